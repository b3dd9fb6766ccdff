// The library on this machine as a pure function of its state.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import type { Highlight } from '../../../shared/schema/highlight.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { Calendar } from '../../../shared/ui/Calendar.tsx';
import type { OnHighlight } from '../../../shared/ui/highlight/highlighting.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import { CardList } from '../../features/library/CardList.tsx';
import { countByDay, type Entry } from '../../features/library/entries.ts';
import type { Search } from '../../features/library/search.ts';
import type { StoredClip } from '../../features/library/stored.ts';
import { ReaderDialog } from '../../features/reader/ReaderDialog.tsx';
import { Facts } from '../../features/summary/Headline.tsx';
import { Discard } from '../../features/save/Discard.tsx';
import { dayInFull, monthInFull } from '../../lib/days.ts';
import { clipAddress, dayAddress, DAYS_ADDRESS } from './place.ts';

export interface LibraryState {
  language: InterfaceLanguage;
  /** Newest first. */
  entries: readonly Entry[];
  /** The reader's day. */
  today: string;
  /** The reader's time zone. */
  zone: string;
  /** The day that is open; null for all. */
  day: string | null;
  query: string;
  /** Null while nothing is searched for. */
  search: Search | null;
  /** How many clips are shown at most. */
  limit: number;
  /** The clip that is read; 'unreadable' where this version cannot show it. */
  open: StoredClip | 'unreadable' | null;
  /** What is marked in it. */
  highlights: readonly Highlight[];
  reader: ReaderSetting;
  /** The id of the clip of which is asked whether to discard it. */
  discarding: string | null;
  /** The headline of what was just discarded. */
  discarded: string | null;
  /** The library that is connected: its workspace's name, and its address. */
  library: { name: string; address: string } | null;
  /** How many clips wait until the person says that they go there. */
  unbound: number;
}

export interface LibraryActions {
  onQuery: (query: string) => void;
  onMore: () => void;
  onClose: () => void;
  onReaderSetting: (setting: ReaderSetting) => void;
  onHighlight: OnHighlight;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
  onAdopt: () => void;
  onOptions: () => void;
}

type Props = LibraryState & LibraryActions & { texts: Texts };

const shownOf = ({ entries, day, search }: LibraryState): readonly Entry[] => {
  if (search) return entries.filter(({ id }) => search.found.has(id));
  return day === null ? entries : entries.filter((entry) => entry.day === day);
};

const countText = ({ search, entries, texts: { local } }: Props, shown: number): string => {
  if (!search) return local.count(entries.length);
  if (!search.isDone) return local.searching(shown);
  return shown === 0 ? local.notFound : local.found(shown);
};

/** Months without clips are left out of the way: the neighbours are the next that have some. */
const Months = ({ entries, day, today, texts, language }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = box.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // The way on ends at the last month; who went there by it stands on the day that it led to.
    if (hadFocus && !box.current?.contains(document.activeElement))
      box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  const counts = countByDay(entries);
  const days = [...counts.keys()];
  const at = day ?? days[0] ?? today;
  const month = at.slice(0, 7);
  return (
    <div ref={box}>
      <Calendar
        day={at}
        isOpen={day !== null}
        counts={counts}
        earlier={days.find((each) => each.slice(0, 7) < month) ?? null}
        later={days.findLast((each) => each.slice(0, 7) > month) ?? null}
        texts={texts}
        fullDay={(each) => dayInFull(each, language)}
        month={(each) => monthInFull(each, language)}
        monthName={(each) => monthInFull(each, language)}
        addressOf={dayAddress}
      />
    </div>
  );
};

const Library = ({ library, entries, unbound, texts, onAdopt }: Props) => {
  const { local, panel } = texts;
  if (!library) return entries.length === 0 ? <p class="lead">{local.empty}</p> : null;
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
        {entries.length === 0 && `${local.allSent} `}
        {local.sent(library.name)}{' '}
        <a href={library.address} target="_blank" rel="noreferrer">
          {local.openLibrary}
        </a>
      </p>
    </>
  );
};

const Clips = (props: Props) => {
  const { limit, day, search, texts, language, discarding, onAskDiscard, onDiscard, onMore } =
    props;
  const said = useRef<HTMLOutputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const before = useRef(limit);
  const shown = shownOf(props);
  const hadFocus = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // The link to all days goes away with the day.
    if (day === null && hadFocus && !list.current?.contains(document.activeElement))
      count.current?.focus();
  }, [day]);
  useEffect(() => {
    // Where the button stood is the first of what it brought.
    const link = list.current?.querySelectorAll<HTMLElement>('h3 a')[before.current];
    if (limit > before.current) link?.focus();
    before.current = limit;
  }, [limit]);
  const discard = (id: string) => {
    // The button goes away with its clip; this stays, and says what became of it.
    said.current?.focus();
    onDiscard(id);
  };
  return (
    <div ref={list}>
      <p class="remark" aria-live="polite" tabIndex={-1} ref={count}>
        {countText(props, shown.length)}
      </p>
      <output class="remark" tabIndex={-1} ref={said}>
        {props.discarded !== null && texts.panel.discarded(props.discarded)}
      </output>
      {!search && day !== null && (
        <p>
          {shown.length === 0 && `${dayInFull(day, language)}: ${texts.pages.emptyDay}. `}
          <a href={DAYS_ADDRESS}>{texts.local.allDays}</a>
        </p>
      )}
      <CardList
        entries={shown.slice(0, limit)}
        texts={texts}
        language={language}
        addressOf={clipAddress}
        actions={({ operation }, titleId) => (
          <Discard
            {...{ operation, titleId, texts, onAskDiscard }}
            isAsked={discarding === operation.id}
            onDiscard={discard}
          />
        )}
      />
      {shown.length > limit && (
        <button type="button" onClick={onMore}>
          {texts.local.more}
        </button>
      )}
    </div>
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
  const texts = textsOf(state.language);
  const props = { ...state, texts };
  const { entries } = state;
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
        <h1>{texts.local.title}</h1>
        <Library {...props} />
        <Open {...props} />
        {entries.length > 0 && (
          <div class="columns">
            <div>
              <search>
                <label for="query">{texts.local.search}</label>
                <input
                  id="query"
                  type="search"
                  value={state.query}
                  onInput={({ currentTarget }) => state.onQuery(currentTarget.value)}
                />
              </search>
              <Clips {...props} />
            </div>
            <aside>
              <Months {...props} />
            </aside>
          </div>
        )}
      </main>
    </>
  );
};
