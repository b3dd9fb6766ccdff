// The import from the first file to the last address, one stage after the other.
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { uuidV7 } from '../../../domain/ids.ts';
import { Failed, type Trouble } from '../requests.ts';
import { type Brought, Choose } from './Choose.tsx';
import { Counts } from './Counts.tsx';
import { warnBeforeLeaving } from './leaving.ts';
import { Progress } from './Progress.tsx';
import { type Batch, readFiles, type Refused } from './reading.ts';
import { BEGINNING, doneOf, forecast, type Progress as Sent, sendParts } from './sending.ts';
import type { Setting } from './setting.ts';
import { Title } from './Title.tsx';
import { Undo } from './Undo.tsx';

interface Started {
  /** Of the import; made here, so that a part that is sent again is no second one. */
  id: string;
  batch: Batch;
  sent: Sent;
}

type Stage =
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

/** The stages' order, and what moves from one to the next. */
const useStages = ({ api, t }: Setting) => {
  const [stage, setStage] = useState<Stage>({ at: 'choose', isFirst: true, refused: [] });
  const running = useRef(new AbortController());

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
  return { stage, brought, choose, ask, go, stop };
};

export const ImportApp = ({ setting }: { setting: Setting }): VNode => {
  const { stage, brought, choose, ask, go, stop } = useStages(setting);
  const { t } = setting;

  const undoOf = ({ id, batch, sent }: Started): VNode | false =>
    sent.added > 0 && <Undo id={id} name={batch.name} count={sent.added} setting={setting} />;
  const cancel = (
    <p class="buttons">
      <button class="quiet" onClick={() => choose()}>
        {t.cancel}
      </button>
    </p>
  );

  switch (stage.at) {
    case 'choose':
      return <Choose t={t} refused={stage.refused} isFirst={stage.isFirst} brought={brought} />;
    case 'reading':
      return (
        <>
          <Title>{t.reading(stage.name)}</Title>
          <progress aria-label={t.reading(stage.name)} />
          <p class="numbers">{stage.read > 0 && t.readSoFar(stage.read)}</p>
          {cancel}
        </>
      );
    case 'asking':
      return (
        <>
          <Title>{t.asking}</Title>
          <Progress label={t.asking} done={stage.asked} all={stage.batch.size} words={t.of} />
          <output>{stage.isWaiting && t.waiting}</output>
          {cancel}
        </>
      );
    case 'unasked':
      return (
        <>
          <Title>{t.asking}</Title>
          <p class="trouble">{t.troubles[stage.trouble]}</p>
          <p class="buttons">
            <button onClick={() => void ask(stage.batch)}>{t.goOn}</button>
            <button class="quiet" onClick={() => choose()}>
              {t.cancel}
            </button>
          </p>
        </>
      );
    case 'ready':
      return (
        <Counts
          batch={stage.batch}
          known={stage.known}
          setting={setting}
          onImport={() => void go({ id: newId(), batch: stage.batch, sent: BEGINNING })}
          onCancel={() => choose()}
        />
      );
    case 'sending':
      return (
        <>
          <Title>{t.sending(stage.batch.name)}</Title>
          <Progress
            label={t.sending(stage.batch.name)}
            done={doneOf(stage.sent)}
            all={stage.batch.size}
            words={t.of}
          />
          <output>{stage.isWaiting && t.waiting}</output>
          <p class="buttons">
            <button class="quiet" disabled={stage.isStopping} onClick={stop}>
              {stage.isStopping ? t.stopping : t.stop}
            </button>
          </p>
        </>
      );
    case 'paused': {
      const done = doneOf(stage.sent);
      const { trouble } = stage;
      return (
        <>
          <Title>{t.paused}</Title>
          <p>{t.soFar(done, stage.batch.size - done)}</p>
          <p class="trouble">{t.troubles[trouble]}</p>
          <div class="buttons">
            {trouble === 'gone' ? (
              <button onClick={() => choose()}>{t.another}</button>
            ) : (
              <button onClick={() => void go(stage)}>{t.goOn}</button>
            )}
            {undoOf(stage)}
          </div>
        </>
      );
    }
    case 'done':
      return (
        <>
          <Title>{t.done}</Title>
          <p>
            {t.added(stage.sent.added)} {stage.sent.known > 0 && t.wereKnown(stage.sent.known)}
          </p>
          <p>{t.next}</p>
          <p>
            <a class="way" href={`/w/${setting.workspace}/library`}>
              {t.toLibrary}
            </a>
          </p>
          <div class="buttons">
            <button class="quiet" onClick={() => choose()}>
              {t.another}
            </button>
            {undoOf(stage)}
          </div>
        </>
      );
  }
};
