// The way back, asked twice: no dialog, the question stands where the button stood.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Failed, type Trouble } from '../requests.ts';
import { warnBeforeLeaving } from './leaving.ts';
import { Progress } from './Progress.tsx';
import { undo } from './sending.ts';
import type { Setting } from './setting.ts';

type Stage =
  | { at: 'idle' | 'asked' | 'undone' }
  | { at: 'undoing'; left: number; isWaiting: boolean }
  | { at: 'failed'; left: number; trouble: Trouble };

export const Undo = ({
  id,
  name,
  count,
  setting: { api, t },
  onUndone,
}: {
  /** Of the import. */
  id: string;
  name: string;
  /** Addresses that it would take away. */
  count: number;
  setting: Setting;
  onUndone?: () => void;
}) => {
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const focused = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (stage.at === 'asked') focused.current?.focus();
  }, [stage.at]);

  const start = async (from: number): Promise<void> => {
    let left = from;
    const show = (isWaiting: boolean): void => setStage({ at: 'undoing', left, isWaiting });
    const { signal } = new AbortController();
    const letGo = warnBeforeLeaving();
    show(false);
    try {
      await undo(api, id, { signal, onRetry: () => show(true) }, (still) => {
        left = Math.min(left, still);
        show(false);
      });
      setStage({ at: 'undone' });
      onUndone?.();
    } catch (error) {
      setStage({
        at: 'failed',
        left,
        trouble: error instanceof Failed ? error.trouble : 'refused',
      });
    } finally {
      letGo();
    }
  };

  switch (stage.at) {
    case 'idle':
      return (
        <button class="quiet" aria-label={t.undoOf(name)} onClick={() => setStage({ at: 'asked' })}>
          {t.undo}
        </button>
      );
    case 'asked':
      return (
        <fieldset class="ask">
          <legend>{t.undoAsk(count)}</legend>
          <p class="buttons">
            <button onClick={() => void start(count)}>{t.undoYes}</button>
            <button ref={focused} class="quiet" onClick={() => setStage({ at: 'idle' })}>
              {t.undoNo}
            </button>
          </p>
        </fieldset>
      );
    case 'undoing':
      return (
        <div class="ask">
          <Progress label={t.undoing} done={count - stage.left} all={count} words={t.of} />
          <output>{stage.isWaiting && t.waiting}</output>
        </div>
      );
    case 'failed':
      return (
        <div class="ask">
          <p class="trouble" role="alert">
            {t.troubles[stage.trouble]}
          </p>
          <p class="buttons">
            <button class="quiet" onClick={() => void start(stage.left)}>
              {t.goOn}
            </button>
          </p>
        </div>
      );
    case 'undone':
      return <output class="ask">{t.undone}</output>;
  }
};
