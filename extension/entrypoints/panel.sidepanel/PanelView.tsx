// The panel as a pure function of its state.
import { texts as textsOf } from '../../../shared/locales/index.ts';
import { searchTexts } from '../../../shared/locales/search.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import { Refused } from '../../features/capture/Refused.tsx';
import { Filed, FilingForm } from '../../features/filing/Filing.tsx';
import { Switch } from '../../features/pairing/Switch.tsx';
import { ReportDialog } from '../../features/report/ReportDialog.tsx';
import { isKept } from '../../features/save/fate.ts';
import { SaveBar } from '../../features/save/SaveBar.tsx';
import { SearchDialog } from '../../features/search/SearchDialog.tsx';
import { destinationOf } from '../../lib/operation.ts';
import { ArticleView } from './ArticleView.tsx';
import { clipOf, type PageState } from './page-state.ts';
import type { PanelActions, PanelState } from './state.ts';

/** What is seldom wanted, behind the rest. */
const More = ({ page, isPrivate, language, onReport, onTabs }: PanelState & PanelActions) => {
  const { menu, report } = textsOf(language);
  if (page.kind === 'reading') return null;
  const isReportable = page.kind !== 'refused' && page.kind !== 'no-access';
  return (
    <p class="more">
      {isReportable && (
        <button type="button" class="quiet" onClick={() => onReport(true)}>
          {report.open}
        </button>
      )}
      {!isPrivate && (
        <button type="button" class="quiet" onClick={onTabs}>
          {menu.tabs}
        </button>
      )}
    </p>
  );
};

const Page = (props: PanelState & PanelActions) => {
  const { page, readKey } = props;
  const texts = textsOf(props.language);
  switch (page.kind) {
    case 'reading':
      return (
        <h1 class="reading" aria-live="polite">
          {texts.panel.reading}
        </h1>
      );
    case 'article':
    case 'behind':
      return <ArticleView {...props} page={page} />;
    default:
      return (
        <Refused
          reading={page}
          isKept={isKept(props.fate)}
          readKey={readKey}
          texts={texts}
          onReadAnyway={props.onReadAnyway}
        />
      );
  }
};

/** Which library is shown, where there are several. */
const LibrarySwitch = ({ connections, place, language, onSwitch }: PanelState & PanelActions) => {
  const [current] = connections;
  if (!current) return null;
  const workspace = place.workspace ?? current.workspace;
  return (
    <Switch
      connections={connections}
      shown={{ ...destinationOf(current), workspace }}
      texts={textsOf(language)}
      onChoose={onSwitch}
    />
  );
};

/** The key that does what the button does, which keeps what is shown: the key reads and keeps the tab in front. */
const keyOfButton = ({ page, isPrivate, keepKey }: PanelState): string | null =>
  page.kind === 'behind' || isPrivate ? null : keepKey;

/** The date that stands among the facts; undefined where there are none. */
const publishedOf = (page: PageState) =>
  page.kind === 'article' || page.kind === 'behind' ? page.clip.article.published : undefined;

export const PanelView = (props: PanelState & PanelActions) => {
  const texts = textsOf(props.language);
  const clip = clipOf(props.page);
  return (
    <>
      <header class="top">
        <span class="mark">
          <Mark />
        </span>
        {props.todayAddress ? (
          <a href={props.todayAddress} target="_blank" rel="noreferrer">
            {texts.panel.day}
          </a>
        ) : (
          <button type="button" class="plain" onClick={props.onLibrary}>
            {texts.panel.library}
          </button>
        )}
        <button type="button" class="plain" onClick={() => props.onSearch(true)}>
          {searchTexts(props.language).title}
        </button>
        <button type="button" class="plain" onClick={props.onOptions}>
          {texts.panel.settings}
        </button>
        <LibrarySwitch {...props} />
      </header>
      <main tabIndex={-1} aria-busy={props.page.kind === 'reading'}>
        <Page {...props} />
        {props.report && (
          <ReportDialog
            reported={props.report}
            texts={texts}
            onClose={() => props.onReport(false)}
          />
        )}
        {props.search && (
          <SearchDialog
            search={props.search}
            language={props.language}
            onQuery={props.onQuery}
            onClose={() => props.onSearch(false)}
          />
        )}
        <More {...props} />
      </main>
      <SaveBar
        {...props}
        keepKey={keyOfButton(props)}
        published={publishedOf(props.page)}
        texts={texts}
        isLink={props.page.kind === 'no-article' || props.page.kind === 'refused'}
      >
        {clip && props.filingForm && (
          <FilingForm
            {...props}
            filingForm={props.filingForm}
            site={clip.article.site ?? new URL(clip.article.url).hostname}
            texts={texts}
          />
        )}
        {clip && props.fate && props.fate.kind !== 'parked' && <Filed {...props} texts={texts} />}
      </SaveBar>
    </>
  );
};
