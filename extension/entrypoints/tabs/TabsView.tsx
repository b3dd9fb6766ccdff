// The page that keeps all tabs of its window, as a pure function of its state.
import { useRef } from 'preact/hooks';
import { type TabsTexts, tabsTexts } from '../../../shared/locales/tabs.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import type { TabOutcome, TabRow } from '../../features/tabs/keep-all.ts';
import { TabList } from '../../features/tabs/TabList.tsx';

export interface TabsState {
  language: InterfaceLanguage;
  /** How many tabs there are to keep. */
  count: number;
  stage: 'asking' | 'refused' | 'keeping' | 'stopped' | 'done';
  /** Empty before the browser has told which tabs they are. */
  rows: readonly TabRow[];
}

export interface TabsActions {
  onStart: () => void;
  onStop: () => void;
}

const KEPT: readonly TabRow['outcome'][] = ['kept', 'link', 'already'] satisfies TabOutcome[];

const isDone = ({ outcome }: TabRow): boolean => outcome !== 'waiting' && outcome !== 'reading';

const countOf = (rows: readonly TabRow[], outcomes: readonly TabRow['outcome'][]): number =>
  rows.filter(({ outcome }) => outcomes.includes(outcome)).length;

const newsOf = ({ stage, rows }: TabsState, texts: TabsTexts): string => {
  const kept = countOf(rows, KEPT);
  switch (stage) {
    case 'refused':
      return texts.refused;
    case 'keeping':
      return texts.progress(rows.filter(isDone).length, rows.length);
    case 'stopped':
      return texts.stopped(kept, rows.length);
    case 'done':
      return texts.done(kept, rows.length);
    default:
      return '';
  }
};

export const TabsView = (props: TabsState & TabsActions) => {
  const { language, count, stage, rows, onStart, onStop } = props;
  const texts = tabsTexts(language);
  const news = useRef<HTMLOutputElement>(null);
  const act = (action: () => void) => {
    // The button goes away; this stays, and says how it goes.
    news.current?.focus();
    action();
  };
  const isBefore = stage === 'asking' || stage === 'refused';
  return (
    <>
      <header class="top">
        <span class="mark">
          <Mark />
        </span>
      </header>
      <main>
        <h1>{count === 0 ? texts.title : texts.heading(count)}</h1>
        {isBefore && <p>{count === 0 ? texts.none : texts.why}</p>}
        <output class="news" tabIndex={-1} ref={news}>
          {newsOf(props, texts)}
        </output>
        {isBefore && count > 0 && (
          <button type="button" class="strong" onClick={() => act(onStart)}>
            {texts.start(count)}
          </button>
        )}
        {stage === 'keeping' && (
          <div class="under-way">
            <progress
              max={rows.length}
              value={rows.filter(isDone).length}
              aria-label={texts.heading(count)}
            />
            <button type="button" onClick={() => act(onStop)}>
              {texts.stop}
            </button>
          </div>
        )}
        {rows.length > 0 && <TabList rows={rows} texts={texts} />}
        {(stage === 'done' || stage === 'stopped') && <p class="remark">{texts.givenBack}</p>}
      </main>
    </>
  );
};
