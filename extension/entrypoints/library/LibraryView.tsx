// The library on this machine as a pure function of its state.
import { useEffect } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import { libraryTexts } from '../../../shared/locales/library.ts';
import { listedTexts } from '../../../shared/locales/listed.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import type { Filing } from '../../../shared/schema/filing.ts';
import type { Highlight } from '../../../shared/schema/highlight.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Values } from '../../../shared/search/complete.ts';
import type { OnHighlight } from '../../../shared/ui/highlight/highlighting.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import { KeysDialog } from '../../features/library/Keys.tsx';
import type { Listed } from '../../features/library/listed.ts';
import { Shelves } from '../../features/library/Shelves.tsx';
import type { StoredClip } from '../../features/library/stored.ts';
import { ReaderDialog } from '../../features/reader/ReaderDialog.tsx';
import { SearchField } from '../../features/search/SearchField.tsx';
import { Facts } from '../../features/summary/Headline.tsx';
import type { ActActions } from './Acts.tsx';
import { Clips } from './Clips.tsx';
import { Copy, type CopyState } from './Copy.tsx';
import { listenForListKeys, LIST_KEYS } from './keys.ts';
import { Months } from './Months.tsx';
import { addressOf, type Place, shelfOf } from './place.ts';
import { type RefusedAct, Refusals } from './Refusals.tsx';
import { Tagging, type TaggingState } from './Tagging.tsx';

export interface LibraryState {
  language: InterfaceLanguage;
  place: Place;
  /** What the place means, but for its day: in the order in which it is shown. */
  shown: readonly Listed[];
  /** How many there are, wherever they stand. */
  count: number;
  /** How many of them wait on this machine. */
  waiting: number;
  /** Whether texts are still being looked through. */
  isSearching: boolean;
  /** The reader's day. */
  today: string;
  /** The reader's time zone. */
  zone: string;
  /** How many clips are drawn at most. */
  limit: number;
  /** The clip that is read; 'unreadable' where this version cannot show it. */
  open: StoredClip | 'unreadable' | null;
  /** What is marked in it. */
  highlights: readonly Highlight[];
  reader: ReaderSetting;
  /** The id of the clip of which is asked whether to discard it. */
  discarding: string | null;
  /** What was just done, in words. */
  told: string | null;
  /** The acts that can still be taken back together; null where none can. */
  undo: readonly string[] | null;
  /** The ids of the clips that are chosen for what is done with many at once. */
  chosen: ReadonlySet<string>;
  /** The form for tags and collections; null while it is closed. */
  tagging: TaggingState | null;
  /** What the library did not take of what was done here. */
  refused: readonly RefusedAct[];
  /** The library that is connected: its workspace's name, and where its pages begin. */
  library: { name: string; address: string } | null;
  /** The copy of it; null where there is none yet. */
  copy: CopyState | null;
  /** How many clips wait until the person says that they go there. */
  unbound: number;
  /** The list of keys, and whether they are on; null where it is closed. */
  keys: { areOn: boolean } | null;
}

export interface LibraryActions extends ActActions {
  onFile: (ids: readonly string[], from: Filing, to: Filing) => void;
  onChooseNone: () => void;
  onUndo: (acts: readonly string[]) => void;
  /** One has read that an act was refused. */
  onDismiss: (act: string) => void;
  onQuery: (query: string) => void;
  /** What may be asked for. */
  valuesOf: () => Values;
  onMore: () => void;
  onClose: () => void;
  onReaderSetting: (change: Partial<ReaderSetting>) => void;
  onHighlight: OnHighlight;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
  onKeys: (isOpen: boolean) => void;
  onTurnKeys: (areOn: boolean) => void;
  onAdopt: () => void;
  onOptions: () => void;
}

export type Props = LibraryState & LibraryActions & { texts: Texts };

const Library = ({ library, copy, count, waiting, unbound, texts, language, onAdopt }: Props) => {
  const { local, panel } = texts;
  if (!library) return count === 0 ? <p class="lead">{local.empty}</p> : null;
  return (
    <>
      {unbound > 0 && (
        <div class="question">
          <p>{panel.unbound(unbound, library.name)}</p>
          <button type="button" class="strong" onClick={onAdopt}>
            {panel.sendThem}
          </button>
        </div>
      )}
      <p class="lead">
        {waiting === 0 && `${local.allSent} `}
        {copy ? <Copy {...{ copy, library, language }} /> : local.sent(library.name)}{' '}
        <a href={`${library.address}/library`} target="_blank" rel="noreferrer">
          {local.openLibrary}
        </a>
      </p>
    </>
  );
};

const Open = (props: Props) => {
  const { open, texts, language, reader, onReaderSetting, onClose } = props;
  if (open === null) return null;
  if (open === 'unreadable')
    return (
      <p class="alert" role="alert">
        {texts.local.unreadable}
      </p>
    );
  return (
    <div class="as-in-panel">
      <ReaderDialog
        article={open.article}
        summary={open.summary}
        facts={<Facts article={open.article} texts={texts} language={language} zone={props.zone} />}
        isCorrected={open.isCorrected === true}
        isKept
        highlights={props.highlights}
        onHighlight={props.onHighlight}
        sentence={null}
        reason={null}
        setting={reader}
        texts={texts}
        readerTexts={readerTexts(language)}
        onSetting={onReaderSetting}
        onClose={onClose}
      />
    </div>
  );
};

export const LibraryView = (state: LibraryState & LibraryActions) => {
  const { language, place, library, onKeys } = state;
  const texts = textsOf(language);
  const props = { ...state, texts };
  const words = listedTexts(language);
  useEffect(() => listenForListKeys({ openKeys: () => onKeys(true) }), []);
  return (
    <>
      <header class="top">
        <span class="mark">
          <Mark />
        </span>
        <button type="button" class="plain" onClick={state.onOptions}>
          {texts.panel.settings}
        </button>
      </header>
      <main>
        <h1>{library ? words.title : texts.local.title}</h1>
        <Library {...props} />
        <Open {...props} />
        <Refusals refused={state.refused} texts={texts} onDismiss={state.onDismiss} />
        {state.tagging && (
          <Tagging
            key={state.tagging.ids.join()}
            tagging={state.tagging}
            language={language}
            onFile={state.onFile}
            onClose={() => state.onTagging(null)}
          />
        )}
        {state.count > 0 && (
          <div class="columns">
            <div>
              {library && (
                <Shelves
                  shelf={shelfOf(place, library !== null)}
                  language={language}
                  addressOf={(shelf) => addressOf({ ...place, shelf, day: null })}
                />
              )}
              <SearchField
                id="query"
                label={library ? words.search : texts.local.search}
                query={place.query}
                valuesOf={state.valuesOf}
                language={language}
                onQuery={state.onQuery}
              />
              <Clips {...props} />
            </div>
            <aside>
              <Months {...props} />
              <button type="button" class="open-keys" onClick={() => onKeys(true)}>
                {libraryTexts(language).keys} <kbd>?</kbd>
              </button>
            </aside>
          </div>
        )}
        {state.keys && (
          <KeysDialog
            {...state.keys}
            keys={LIST_KEYS}
            language={language}
            onTurn={state.onTurnKeys}
            onClose={() => onKeys(false)}
          />
        )}
      </main>
    </>
  );
};
