// What a person sees of an import at each of its stages.
import type { VNode } from 'preact';
import { Choose } from './Choose.tsx';
import { Counts } from './Counts.tsx';
import { Progress } from './Progress.tsx';
import { doneOf } from './sending.ts';
import type { Setting } from './setting.ts';
import { type Started, useStages } from './stages.ts';
import { Title } from './Title.tsx';
import { Undo } from './Undo.tsx';

export const ImportApp = ({ setting }: { setting: Setting }): VNode => {
  const { stage, brought, choose, ask, start, go, stop } = useStages(setting);
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
          onImport={() => start(stage.batch)}
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
