// The worker in which files are read: however large one is, the page stays answerable.
import { factsOf } from '../../../shared/import/facts.ts';
import { readImport, type SourceFile } from '../../../shared/import/index.ts';
import { toParts } from '../../../shared/import/parts.ts';
import type { Reply } from './import/reading.ts';

/** What is shown of all that is not usable. */
const SHOWN = 50;

const reply = (message: Reply): void => postMessage(message);

const load = async (file: File): Promise<SourceFile | null> => {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return null;
  }
};

const read = async (files: readonly File[]): Promise<void> => {
  const sources: SourceFile[] = [];
  for (const file of files) {
    const source = await load(file);
    if (!source) {
      reply({ kind: 'unreadable', name: file.name });
      return;
    }
    sources.push(source);
  }
  const { items, unusable, ...rest } = readImport(sources, new Date());
  // One message each: taking it in is no more than a blink for the page.
  for (const part of toParts(items)) reply({ kind: 'part', items: part });
  const told = { count: unusable.length, first: unusable.slice(0, SHOWN) };
  reply({ kind: 'end', ...rest, unusable: told, facts: factsOf(items) });
};

addEventListener('message', ({ data }: MessageEvent<readonly File[]>) => void read(data));
