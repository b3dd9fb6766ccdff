// The settings as a pure function of their state.
import { useRef } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
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
import { Choice } from '../../features/settings/Choice.tsx';
import { Data } from '../../features/settings/Data.tsx';
import { KeySettings } from '../../features/settings/KeySettings.tsx';
import { Reading } from '../../features/settings/Reading.tsx';
import { APPEARANCES, type Appearance } from '../../lib/appearance.ts';
import type { BrowserFamily } from '../../lib/family.ts';
import { libraryNames } from '../../lib/library-names.ts';
import { destinationOf, type Operation } from '../../lib/operation.ts';
import { LANGUAGE_SETTINGS, type LanguageSetting } from '../../lib/storage.ts';

export interface OptionsState {
  language: InterfaceLanguage;
  languageSetting: LanguageSetting;
  appearance: Appearance;
  reader: ReaderSetting;
  readKey: string | null;
  keepKey: string | null;
  family: BrowserFamily;
  /** Whether the browser lets us open the place where keys are given. */
  canOpenShortcuts: boolean;
  /** How much lies on this machine; null where the browser does not tell. */
  storedBytes: number | null;
  /** Whether it is asked if everything is to be deleted. */
  asksToDelete: boolean;
  server: string;
  pairing: PairingState;
  operations: readonly Operation[];
  queue: Queue;
  /** The libraries that are connected, the current one first. */
  libraries: readonly Sender[];
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
  onAppearance: (chosen: Appearance) => void;
  onReaderSetting: (change: Partial<ReaderSetting>) => void;
  onShortcuts: () => void;
  onLibrary: () => void;
  onAskDelete: (asks: boolean) => void;
  onDelete: () => void;
  onAdopt: () => void;
  onTryNow: () => void;
  onExport: () => void;
  onRetry: (id: string) => void;
  /** Keeps a refused clip into the current library. */
  onKeepElsewhere: (id: string) => void;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
}

/** What the person asked of the outbox, and what became of it. */
export type Done =
  | { kind: 'trying' }
  /** `left`: how many wait still; `refused`: how many were not taken. */
  | { kind: 'tried'; left: number; refused: number }
  | { kind: 'exported'; count: number }
  | { kind: 'discarded'; title: string }
  /** `notRevoked`: the servers that could not be told. */
  | { kind: 'deleted'; notRevoked: readonly string[] };

const doneText = (done: Done, { panel, settings }: Texts): string => {
  switch (done.kind) {
    case 'trying':
      return panel.trying;
    case 'tried':
      if (done.left > 0) return panel.waiting(done.left);
      return done.refused > 0 ? panel.parkedCount(done.refused) : panel.allSent;
    case 'exported':
      return panel.exported(done.count);
    case 'discarded':
      return panel.discarded(done.title);
    case 'deleted':
      return done.notRevoked.length === 0
        ? settings.deleted
        : `${settings.deleted} ${settings.notTold(done.notRevoked.join(', '))}`;
  }
};

// A correction of what waits itself is no article of its own.
const countArticles = (operations: readonly Operation[]): number =>
  operations.filter(({ edits }) => edits === null).length;

const Preferences = (props: OptionsState & OptionsActions & { texts: Texts }) => {
  const { texts, language, languageSetting, appearance, reader } = props;
  const { panel, settings } = texts;
  return (
    <>
      <section aria-labelledby="keys">
        <h2 id="keys">{settings.keys}</h2>
        <KeySettings {...props} canOpen={props.canOpenShortcuts} onOpen={props.onShortcuts} />
      </section>
      <section aria-labelledby="language">
        <h2 id="language">{panel.language}</h2>
        <Choice
          name="language"
          label={panel.language}
          values={LANGUAGE_SETTINGS}
          chosen={languageSetting}
          texts={panel.languages}
          langOf={(value) => (value === 'auto' ? undefined : value)}
          onChoose={props.onLanguage}
        />
      </section>
      <section aria-labelledby="appearance">
        <h2 id="appearance">{settings.appearance}</h2>
        <Choice
          name="appearance"
          label={settings.appearance}
          values={APPEARANCES}
          chosen={appearance}
          texts={settings.appearances}
          onChoose={props.onAppearance}
        />
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">{settings.reading}</h2>
        <Reading
          setting={reader}
          texts={texts}
          readerTexts={readerTexts(language)}
          onChange={props.onReaderSetting}
        />
      </section>
    </>
  );
};

export const OptionsView = (props: OptionsState & OptionsActions) => {
  const { language, server, pairing, operations, queue, libraries, done } = props;
  const texts = textsOf(language);
  const { panel, settings } = texts;
  const current = pairing.connections[0] ?? null;
  const workspace = current && libraryNames(pairing.connections, texts)(destinationOf(current));
  const said = useRef<HTMLOutputElement>(null);
  /** Does what makes its button go away, perhaps with its clip; what stays says what became of it, and has the focus. */
  const tell =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      said.current?.focus();
      act(...given);
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
          <h2 id="library">{pairing.pairing ? panel.codeTitle : panel.library}</h2>
          <Pairing {...props} state={pairing} server={server} texts={texts} />
        </section>
        {operations.length > 0 && (
          <section aria-labelledby="outbox">
            <h2 id="outbox">{panel.outbox}</h2>
            {workspace && queue.unbound > 0 && (
              <div class="question">
                <p>{panel.unbound(queue.unbound, workspace)}</p>
                <button type="button" class="strong" onClick={tell(() => props.onAdopt())}>
                  {panel.sendThem}
                </button>
              </div>
            )}
            {queue.waiting > 0 && libraries.some(({ paused }) => !paused) && (
              <button type="button" onClick={tell(() => props.onTryNow())}>
                {panel.tryNow}
              </button>
            )}
            <OutboxList
              {...props}
              other={current}
              otherName={workspace}
              texts={texts}
              onDiscard={tell(props.onDiscard)}
              onRetry={tell(props.onRetry)}
              onKeepElsewhere={tell(props.onKeepElsewhere)}
            />
          </section>
        )}
        <Preferences {...props} texts={texts} />
        <section aria-labelledby="data">
          <h2 id="data">{settings.data}</h2>
          <Data
            {...props}
            count={countArticles(operations)}
            bytes={props.storedBytes}
            workspace={workspace}
            isAsked={props.asksToDelete}
            texts={texts}
            onDelete={tell(props.onDelete)}
          />
        </section>
        <section aria-labelledby="report">
          <h2 id="report">{texts.report.inSettings}</h2>
          <p>{texts.report.inSettingsHow}</p>
        </section>
        <output class="done remark" tabIndex={-1} ref={said}>
          {done && doneText(done, texts)}
        </output>
      </main>
    </>
  );
};
