// The settings as a pure function of their state.
import { useRef } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import {
  Pairing,
  type PairingActions,
  type PairingState,
} from '../../features/pairing/Pairing.tsx';
import { OutboxList } from '../../features/save/OutboxList.tsx';
import type { Queue } from '../../features/save/queue.ts';
import type { Sender } from '../../features/save/rules.ts';
import { LanguageChoice } from '../../features/settings/LanguageChoice.tsx';
import type { Operation } from '../../lib/operation.ts';
import type { LanguageSetting } from '../../lib/storage.ts';

export interface OptionsState {
  language: InterfaceLanguage;
  languageSetting: LanguageSetting;
  server: string;
  pairing: PairingState;
  operations: readonly Operation[];
  queue: Queue;
  /** The library that is connected. */
  library: Sender | null;
  /** The id of the clip of which is asked whether to discard it. */
  discarding: string | null;
  /** What was just done, until the next thing is. */
  done: Done | null;
  /** The reader's time zone. */
  zone: string;
  /** When the outbox was read, in milliseconds since 1970. */
  now: number;
}

export interface OptionsActions extends PairingActions {
  onLanguage: (setting: LanguageSetting) => void;
  onAdopt: () => void;
  onTryNow: () => void;
  onExport: () => void;
  onRetry: (id: string) => void;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
}

/** What the person asked of the outbox, and what became of it. */
export type Done =
  | { kind: 'trying' }
  | { kind: 'tried'; left: number }
  | { kind: 'exported'; count: number }
  | { kind: 'discarded'; title: string };

const doneText = (done: Done, { panel }: Texts): string => {
  switch (done.kind) {
    case 'trying':
      return panel.trying;
    case 'tried':
      return done.left === 0 ? panel.allSent : panel.waiting(done.left);
    case 'exported':
      return panel.exported(done.count);
    case 'discarded':
      return panel.discarded(done.title);
  }
};

const workspaceName = (pairing: PairingState): string | null => {
  if (pairing.kind !== 'connected') return null;
  const { workspaces, workspace } = pairing.connection;
  return workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
};

export const OptionsView = (props: OptionsState & OptionsActions) => {
  const { language, languageSetting, server, pairing, operations, queue, library, done } = props;
  const texts = textsOf(language);
  const { panel } = texts;
  const workspace = workspaceName(pairing);
  const said = useRef<HTMLOutputElement>(null);
  const discard = (id: string) => {
    // The button goes away with its clip; this stays, and says what became of it.
    said.current?.focus();
    props.onDiscard(id);
  };
  return (
    <>
      <header class="top">
        <span class="mark">
          <Mark />
        </span>
      </header>
      <main>
        <h1>{panel.optionsTitle}</h1>
        <section aria-labelledby="library">
          <h2 id="library">{pairing.kind === 'code' ? panel.codeTitle : panel.library}</h2>
          <Pairing
            {...props}
            state={pairing}
            server={server}
            waiting={queue.waiting}
            texts={texts}
          />
        </section>
        <output class="done remark" tabIndex={-1} ref={said}>
          {done && doneText(done, texts)}
        </output>
        {operations.length > 0 && (
          <section aria-labelledby="outbox">
            <h2 id="outbox">{panel.outbox}</h2>
            {workspace && queue.unbound > 0 && (
              <div class="question">
                <p>{panel.unbound(queue.unbound, workspace)}</p>
                <button type="button" class="strong" onClick={props.onAdopt}>
                  {panel.sendThem}
                </button>
              </div>
            )}
            <div class="row">
              {queue.waiting > 0 && library && !library.paused && (
                <button type="button" onClick={props.onTryNow}>
                  {panel.tryNow}
                </button>
              )}
              <button type="button" onClick={props.onExport}>
                {panel.exportAction}
              </button>
            </div>
            <OutboxList {...props} texts={texts} onDiscard={discard} />
          </section>
        )}
        <section aria-labelledby="language">
          <h2 id="language">{panel.language}</h2>
          <LanguageChoice setting={languageSetting} texts={texts} onChoose={props.onLanguage} />
        </section>
      </main>
    </>
  );
};
