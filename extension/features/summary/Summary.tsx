// What the article says in a few of its own sentences, each shown where it stands, or how it begins.
import { useId } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { blockText } from '../../../shared/schema/block.ts';
import { type Summary as SummaryData, summarySentences } from '../../../shared/schema/summary.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { CopySummary } from './CopySummary.tsx';
import { dateInFull } from './dates.ts';
import type { Shown } from './show.ts';
import { Spared } from './Spared.tsx';

interface SummaryProps {
  article: Article;
  summary: SummaryData;
  shown: Shown | null;
  texts: Texts;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  onShow: (sentence: number) => void;
}

const MAX_LEAD = 600;

/** The first words of the body, cut at the end of a word. */
const leadOf = (article: Article): string => {
  const text = article.blocks.map(blockText).find((block) => block.trim() !== '') ?? '';
  if (text.length <= MAX_LEAD) return text;
  return `${text.slice(0, MAX_LEAD).replace(/\s*\S*$/u, '')}…`;
};

const Lead = ({ article, texts: { panel } }: SummaryProps) => {
  const lead = leadOf(article);
  if (lead === '') return <p class="remark">{panel.noText}</p>;
  return (
    <section aria-label={panel.noSummary}>
      <p class="remark">{panel.noSummaryHere}</p>
      <p class="lead" lang={article.language ?? undefined} dir="auto">
        {lead}
      </p>
    </section>
  );
};

interface SentencesProps extends SummaryProps {
  sentences: readonly string[];
}

const Sentences = (props: SentencesProps) => {
  const { article, sentences, shown, texts, language, zone, onShow } = props;
  const hint = useId();
  const inPage = shown?.instead === null ? shown.sentence : null;
  return (
    <section aria-label={texts.panel.summary}>
      <ol class="summary" lang={article.language ?? undefined} dir="auto">
        {sentences.map((sentence, index) => (
          <li>
            <button
              type="button"
              aria-describedby={hint}
              aria-current={inPage === index}
              onClick={() => onShow(index)}
            >
              {sentence}
            </button>
          </li>
        ))}
      </ol>
      <p id={hint} hidden>
        {texts.panel.showInPage}
      </p>
      <output class="for-screen-readers">{inPage !== null && texts.panel.shownInPage}</output>
      <div class="about-summary">
        <Spared article={article} sentences={sentences} texts={texts} />
        <CopySummary
          article={article}
          date={article.published && dateInFull(article.published, language, zone)}
          sentences={sentences}
          texts={texts}
        />
      </div>
    </section>
  );
};

const Terms = ({ article, summary, texts }: SummaryProps) =>
  summary.terms.length > 0 && (
    <ul class="terms" aria-label={texts.panel.terms}>
      {summary.terms.map((term) => (
        <li lang={article.language ?? undefined} dir="auto">
          {term}
        </li>
      ))}
    </ul>
  );

export const Summary = (props: SummaryProps) => {
  const { article, summary, texts } = props;
  const sentences = summarySentences(summary, article.blocks) ?? [];
  return (
    <>
      {sentences.length > 0 ? <Sentences {...props} sentences={sentences} /> : <Lead {...props} />}
      {article.truncated && <p class="remark">{texts.panel.truncated}</p>}
      <Terms {...props} />
    </>
  );
};
