// The article that was read: its facts, its summary, and what can be done with its text.
import { texts as textsOf } from '../../../shared/locales/index.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import { StillShown } from '../../features/capture/Refused.tsx';
import { CorrectButton, CorrectForm } from '../../features/correct/Correct.tsx';
import { correctedFields } from '../../features/correct/correct.ts';
import { Selection } from '../../features/correct/Selection.tsx';
import { InPageBar } from '../../features/highlight/InPageBar.tsx';
import { ReaderDialog } from '../../features/reader/ReaderDialog.tsx';
import { Related } from '../../features/related/Related.tsx';
import { isKept } from '../../features/save/fate.ts';
import { Facts, Headline } from '../../features/summary/Headline.tsx';
import { LeadImage } from '../../features/summary/LeadImage.tsx';
import { Summary } from '../../features/summary/Summary.tsx';
import { shownCategory } from '../../lib/category.ts';
import type { ArticlePage } from './page-state.ts';
import type { PanelActions, PanelState } from './state.ts';

const offersSelection = ({ page, fate, correcting, noSelection, picking }: PanelState): boolean =>
  page.kind === 'article' &&
  fate !== null &&
  fate.kind !== 'saving' &&
  (correcting !== null ||
    noSelection !== null ||
    picking !== null ||
    page.selected === true ||
    page.clip.isSelection === true);

export const ArticleView = (props: PanelState & PanelActions & { page: ArticlePage }) => {
  const { page, shown, isReaderOpen, readKey, language, zone, onShow, onHide, onReader } = props;
  const texts = textsOf(language);
  const { article, summary } = page.clip;
  const correct = { ...props, clip: page.clip, texts };
  const isDateTaken = correctedFields(page.clip).includes('published');
  const facts = { article, isDateTaken, texts, language, zone };
  return (
    <article>
      {page.kind === 'behind' && (
        <StillShown title={article.title} refusal={page.refusal} readKey={readKey} texts={texts} />
      )}
      <Headline {...facts} category={shownCategory(page.clip, props.saidOfSection)}>
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
      <Related
        article={article}
        look={page.kind === 'article' ? { state: props.pageLook, onLook: props.onLookAgain } : null}
        items={props.fromLibrary}
        isExpected={props.library.kind !== 'none'}
        more={
          page.kind === 'article' && props.library.kind === 'paired'
            ? { state: props.moreAsked, onMore: props.onMoreRelated }
            : null
        }
        texts={texts}
        language={language}
      />
    </article>
  );
};
