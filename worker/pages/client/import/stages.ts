// The stages of an import, from the first file to the last address.
import { useMemo, useRef, useState } from 'preact/hooks';
import { uuidV7 } from '../../../domain/ids.ts';
import { Failed, type Trouble } from '../requests.ts';
import type { Brought } from './Choose.tsx';
import { warnBeforeLeaving } from './leaving.ts';
import { type Batch, readFiles, type Refused } from './reading.ts';
import { BEGINNING, forecast, type Progress, sendParts } from './sending.ts';
import type { Setting } from './setting.ts';

/** An import of which parts have been sent, or are about to be. */
export interface Started {
  /** Of the import; made here, so that a part that is sent again is no second one. */
  id: string;
  batch: Batch;
  sent: Progress;
}

export type Stage =
  | { at: 'choose'; isFirst: boolean; refused: readonly Refused[] }
  | { at: 'reading'; name: string; read: number }
  | { at: 'asking'; batch: Batch; asked: number; isWaiting: boolean }
  | { at: 'unasked'; batch: Batch; trouble: Trouble }
  | { at: 'ready'; batch: Batch; known: number }
  | ({ at: 'sending'; isWaiting: boolean; isStopping: boolean } & Started)
  | ({ at: 'paused'; trouble: Trouble } & Started)
  | ({ at: 'done' } & Started);

/** What an import's name may have, in UTF-16 units. */
const MAX_NAME = 200;

const newId = (): string =>
  uuidV7(new Date(), (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));

const troubleOf = (error: unknown): Trouble =>
  error instanceof Failed ? error.trouble : 'refused';

const nameOf = (files: readonly File[], t: Setting['t']): string => {
  const [first] = files;
  const name = (first?.name ?? '').slice(-(MAX_NAME - 50)).toWellFormed() || t.title;
  return files.length > 1 ? t.several(name, files.length - 1) : name;
};

/** The stage that an import is at, and what moves it to the next. */
export const useStages = ({ api, t }: Setting) => {
  const [stage, setStage] = useState<Stage>({ at: 'choose', isFirst: true, refused: [] });
  const running = useRef(new AbortController());
  const isSending = useRef(false);

  const begin = (): AbortSignal => {
    running.current = new AbortController();
    return running.current.signal;
  };

  const choose = (refused: readonly Refused[] = []): void => {
    running.current.abort();
    setStage({ at: 'choose', isFirst: false, refused });
  };

  const ask = async (batch: Batch): Promise<void> => {
    const signal = begin();
    let asked = 0;
    const show = (isWaiting: boolean): void => {
      if (!signal.aborted) setStage({ at: 'asking', batch, asked, isWaiting });
    };
    show(false);
    try {
      const known = await forecast(api, batch, { signal, onRetry: () => show(true) }, (count) => {
        asked = count;
        show(false);
      });
      if (!signal.aborted) setStage({ at: 'ready', batch, known });
    } catch (error) {
      if (!signal.aborted) setStage({ at: 'unasked', batch, trouble: troubleOf(error) });
    }
  };

  const read = async (files: readonly File[]): Promise<void> => {
    const signal = begin();
    const name = nameOf(files, t);
    const show = (count: number): void => setStage({ at: 'reading', name, read: count });
    show(0);
    try {
      const batch = await readFiles(name, files, signal, show);
      if ('name' in batch) await ask(batch);
      else choose(batch);
    } catch {
      // It was cancelled.
    }
  };

  const go = async ({ id, batch, sent: from }: Started): Promise<void> => {
    // A double click is one.
    if (isSending.current) return;
    isSending.current = true;
    const signal = begin();
    let sent = from;
    const show = (isWaiting: boolean): void =>
      setStage({ at: 'sending', id, batch, sent, isWaiting, isStopping: signal.aborted });
    const letGo = warnBeforeLeaving();
    show(false);
    try {
      const run = { signal, onRetry: () => show(true) };
      sent = await sendParts(api, id, batch, from, run, (progress) => {
        sent = progress;
        show(false);
      });
      setStage({ at: 'done', id, batch, sent });
    } catch (error) {
      setStage({ at: 'paused', id, batch, sent, trouble: troubleOf(error) });
    } finally {
      isSending.current = false;
      letGo();
    }
  };

  const stop = (): void => {
    running.current.abort();
    setStage((now) => (now.at === 'sending' ? { ...now, isStopping: true } : now));
  };

  const brought: Brought = useMemo(
    () => ({
      files: (files) => void read(files),
      text: (text) => void read([new File([text], t.pasted)]),
    }),
    [],
  );
  const start = (batch: Batch): void => void go({ id: newId(), batch, sent: BEGINNING });

  return { stage, brought, choose, ask, start, go, stop };
};
