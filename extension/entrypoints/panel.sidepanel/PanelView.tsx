// The panel as a pure function of its state.
import { texts as textsOf } from '../../../shared/locales/index.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import type { Highlight } from '../../../shared/schema/highlight.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { OnHighlight } from '../../../shared/ui/highlight/highlighting.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import { Refused, StillShown } from '../../features/capture/Refused.tsx';
import {
  Filed,
  FilingForm,
  type FilingChoices,
  type Place,
} from '../../features/filing/Filing.tsx';
import { type Correcting, CorrectButton, CorrectForm } from '../../features/correct/Correct.tsx';
import { correctedFields } from '../../features/correct/correct.ts';
import type { PickStep } from '../../features/correct/pick.ts';
import { Selection } from '../../features/correct/Selection.tsx';
import type { NoSelection } from '../../features/correct/selected.ts';
import type { Written } from '../../features/correct/written.ts';
import { InPageBar } from '../../features/highlight/InPageBar.tsx';
import type { InPage } from '../../features/highlight/in-page.ts';
import { ReaderDialog } from '../../features/reader/ReaderDialog.tsx';
import { ReportDialog } from '../../features/report/ReportDialog.tsx';
import type { Reported } from '../../features/report/report.ts';
import { Related } from '../../features/related/Related.tsx';
import type { Queue } from '../../features/save/queue.ts';
import type { Fate } from '../../features/save/save.ts';
import { type Library, SaveBar } from '../../features/save/SaveBar.tsx';
import type { LinkKept } from '../../lib/link-kept.ts';
import { Facts, Headline } from '../../features/summary/Headline.tsx';
import { LeadImage } from '../../features/summary/LeadImage.tsx';
import type { Shown } from '../../features/summary/show.ts';
import { Summary } from '../../features/summary/Summary.tsx';

export interface PanelState {
  page: PageState;
  /** The sentence of the summary that was asked for; null while none is shown. */
  shown: Shown | null;
  /** The form that sets right what was read; null while it is closed. */
  correcting: Correcting | null;
  /** What the report of the page says, while that is open. */
  report: Reported | null;
  /** Whether the article is open to be read here. */
  isReaderOpen: boolean;
  reader: ReaderSetting;
  /** Why what is selected in the page could not be taken; null where nobody tried in vain. */
  noSelection: NoSelection | null;
  /** How the block begins that would be picked in the page; null while none is. */
  picking: string | null;
  /** What the reader marked in the article, as far as this browser knows. */
  highlights: readonly Highlight[];
  inPage: InPage;
  /** Where what is shown goes. */
  place: Place;
  /** What there is to choose from; null while the form of it is closed. */
  filingForm: FilingChoices | null;
  /** Null where nothing is shown that could be kept. */
  fate: Fate | null;
  /** What became of a link that was kept from its menu in this window just now. */
  linkKept: LinkKept | null;
  library: Library;
  queue: Queue;
  /** Whether the window is one that is to leave no trace: there nothing is kept but by the button. */
  isPrivate: boolean;
  isOffline: boolean;
  readKey: string | null;
  keepKey: string | null;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** The address of today's digest; null while no library is connected. */
  todayAddress: string | null;
  /** The address of the digest that the clip stands in; null while it is not kept. */
  dayAddress: string | null;
}

export interface PanelActions {
  /** Shows a sentence of the summary where it stands. */
  onShow: (sentence: number) => void;
  onHide: () => void;
  /** Opens the form that sets right what was read, or closes it without a change. */
  onCorrecting: (open: boolean) => void;
  /** What is being written in that form. */
  onWriting: (written: Written) => void;
  /** Sets right what was read; null: all as on the page. */
  onCorrect: (written: Written | null) => void;
  onReader: (open: boolean) => void;
  onReport: (open: boolean) => void;
  /** Takes a page for an article that was taken for none. */
  onReadAnyway: () => void;
  onReaderSetting: (setting: ReaderSetting) => void;
  /** Sets a highlight, null takes it away; rejects where that could not be saved. */
  onHighlight: OnHighlight;
  /** Highlights what is selected in the page. */
  onTakeHighlight: () => void;
  /** Shows the highlights in the page, or hides them there. */
  onHighlightsInPage: (isShown: boolean) => void;
  /** Takes what is selected in the page as the text; false: the page's own text again. */
  onSelection: (take: boolean) => void;
  /** Begins to pick the text on the page, or ends it. */
  onPick: (begin: boolean) => void;
  onPickStep: (step: PickStep) => void;
  onFilingForm: (isOpen: boolean) => void;
  onPlace: (place: Place) => void;
  onKeep: () => void;
  onKeepAgain: () => void;
  onSendNow: () => void;
  onAdopt: () => void;
  /** Opens the library on this machine. */
  onLibrary: () => void;
  onOptions: () => void;
  onTabs: () => void;
}

const offersSelection = ({ page, fate, correcting, noSelection, picking }: PanelState): boolean =>
  page.kind === 'article' &&
  fate !== null &&
  fate.kind !== 'saving' &&
  (correcting !== null ||
    noSelection !== null ||
    picking !== null ||
    page.selected === true ||
    page.clip.isSelection === true);

const isKept = (fate: Fate | null): boolean => fate?.kind === 'kept' || fate?.kind === 'waiting';

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
  const { page, shown, isReaderOpen, readKey, language, zone, onShow, onHide, onReader } = props;
  const texts = textsOf(language);
  switch (page.kind) {
    case 'reading':
      return (
        <h1 class="reading" aria-live="polite">
          {texts.panel.reading}
        </h1>
      );
    case 'article':
    case 'behind': {
      const { article, summary } = page.clip;
      const correct = { ...props, clip: page.clip, texts };
      const isDateTaken = correctedFields(page.clip).includes('published');
      const facts = { article, isDateTaken, texts, language, zone };
      return (
        <article>
          {page.kind === 'behind' && (
            <StillShown
              title={article.title}
              refusal={page.refusal}
              readKey={readKey}
              texts={texts}
            />
          )}
          <Headline {...facts}>
            {article.blocks.length > 0 && (
              <button type="button" class="quiet" onClick={() => onReader(true)}>
                {texts.panel.readHere}
              </button>
            )}
            <CorrectButton key={article.canonicalUrl} {...correct} />
          </Headline>
          {props.correcting && <CorrectForm {...correct} correcting={props.correcting} />}
          {props.reader.images && article.leadImage && (
            <LeadImage
              key={article.leadImage}
              src={article.leadImage}
              look={page.clip.lead ?? null}
              title={article.title}
            />
          )}
          {offersSelection(props) && (
            <Selection
              isSelected={page.kind === 'article' && page.selected === true}
              isTaken={page.clip.isSelection === true}
              failure={props.noSelection}
              picking={props.picking}
              texts={texts}
              onSelection={props.onSelection}
              onPick={props.onPick}
              onPickStep={props.onPickStep}
            />
          )}
          <Summary
            // What was said of one article is not said of the next.
            key={article.canonicalUrl}
            article={article}
            summary={summary}
            shown={shown}
            texts={texts}
            language={language}
            zone={zone}
            onShow={onShow}
          />
          {page.kind === 'article' && article.blocks.length > 0 && (
            <InPageBar
              count={props.highlights.length}
              inPage={props.inPage}
              isOffered={!props.isPrivate}
              texts={texts.highlight}
              onTake={props.onTakeHighlight}
              onShow={props.onHighlightsInPage}
            />
          )}
          {(isReaderOpen || shown?.instead) && (
            <ReaderDialog
              facts={<Facts {...facts} />}
              isCorrected={page.clip.asRead !== undefined}
              isKept={isKept(props.fate)}
              highlights={props.highlights}
              // What is marked is kept, and in a private window nothing is kept but by the button.
              onHighlight={props.isPrivate ? null : props.onHighlight}
              article={article}
              summary={summary}
              sentence={shown?.sentence ?? null}
              reason={shown?.instead ? texts.panel.instead[shown.instead] : null}
              setting={props.reader}
              texts={texts}
              readerTexts={readerTexts(language)}
              onSetting={props.onReaderSetting}
              onClose={() => {
                if (isReaderOpen) onReader(false);
                else onHide();
              }}
            />
          )}
          <Related article={article} texts={texts} />
        </article>
      );
    }
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
        <button type="button" class="plain" onClick={props.onOptions}>
          {texts.panel.settings}
        </button>
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
