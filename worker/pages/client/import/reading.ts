// From files to what can be imported: asked of the worker that reads them.
import type { ImportFacts } from '../../../../shared/import/facts.ts';
import type { ImportReading, NotImportable, Unusable } from '../../../../shared/import/index.ts';
import type { ImportItem } from '../../../../shared/schema/import.ts';

/** A file that holds nothing to import, and why. */
export interface Refused {
  name: string;
  reason: NotImportable | 'too-large' | 'unreadable';
}

interface End extends Pick<ImportReading, 'formats' | 'duplicates' | 'refused'> {
  unusable: { count: number; first: readonly Unusable[] };
  facts: ImportFacts;
}

/** What the worker says: one part after the other, then the rest of what it found. */
export type Reply =
  | { kind: 'part'; items: ImportItem[] }
  | ({ kind: 'end' } & End)
  | { kind: 'unreadable'; name: string };

/** What is about to be imported. */
export interface Batch extends End {
  /** What a person knows it by. */
  name: string;
  /** How many addresses all parts hold. */
  size: number;
  parts: readonly (readonly ImportItem[])[];
}

/** Beyond it a browser may not have the memory to read it. */
const MAX_BYTES = 200_000_000;

/**
 * Reads files as one import. Rejects with an AbortError once `signal` is aborted.
 * @param onProgress is told how many addresses have been read
 */
export const readFiles = (
  name: string,
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (items: number) => void,
): Promise<Batch | Refused[]> => {
  const large = files.find(({ size }) => size > MAX_BYTES);
  if (large) return Promise.resolve([{ name: large.name, reason: 'too-large' }]);
  return new Promise((resolve, reject) => {
    const parts: ImportItem[][] = [];
    let size = 0;
    const worker = new Worker(new URL('import-reader.js', import.meta.url), { type: 'module' });
    const finish = (answer: Batch | Refused[]): void => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => {
      worker.terminate();
      reject(signal.reason);
    });
    // Also where the memory does not suffice.
    worker.addEventListener('error', () => finish([{ name, reason: 'unreadable' }]));
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'unreadable') finish([{ name: data.name, reason: 'unreadable' }]);
      else if (data.kind === 'part') {
        parts.push(data.items);
        size += data.items.length;
        onProgress(size);
      } else if (size === 0 && data.unusable.count === 0) finish(data.refused);
      else finish({ ...data, name, size, parts });
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has none.
    worker.postMessage(files);
  });
};
