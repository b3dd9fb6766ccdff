// What the article says in a few of its own sentences, or how it begins.
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { blockText } from '../../../shared/schema/block.ts';
import { type Summary as SummaryData, summarySentences } from '../../../shared/schema/summary.ts';

interface SummaryProps {
  article: Article;
  summary: SummaryData;
  texts: Texts;
}

const MAX_LEAD = 600;

/** The first words of the body, cut at the end of a word. */
const leadOf = (article: Article): string => {
  const text = article.blocks.map(blockText).find((block) => block.trim() !== '') ?? '';
  if (text.length <= MAX_LEAD) return text;
  return `${text.slice(0, MAX_LEAD).replace(/\s*\S*$/u, '')}…`;
};

const Sentences = ({ article, summary, texts }: SummaryProps) => {
  const sentences = summarySentences(summary, article.blocks) ?? [];
  if (sentences.length > 0)
    return (
      <section aria-label={texts.panel.summary}>
        <ol class="summary" lang={article.language ?? undefined} dir="auto">
          {sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ol>
      </section>
    );
  const lead = leadOf(article);
  return lead === '' ? null : (
    <section aria-label={texts.panel.noSummary}>
      <p class="lead" lang={article.language ?? undefined} dir="auto">
        {lead}
      </p>
    </section>
  );
};

export const Summary = (props: SummaryProps) => {
  const { article, summary, texts } = props;
  return (
    <>
      <Sentences {...props} />
      {article.truncated && <p class="remark">{texts.panel.truncated}</p>}
      {summary.terms.length > 0 && (
        <ul class="terms" aria-label={texts.panel.terms} lang={article.language ?? undefined}>
          {summary.terms.map((term) => (
            <li dir="auto">{term}</li>
          ))}
        </ul>
      )}
    </>
  );
};
