import { useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { copyToClipboard } from '../../lib/clipboard.ts';
import { asMarkdown, asText } from './copy.ts';

interface CopyProps {
  article: Article;
  /** In words; null where the page tells none. */
  date: string | null;
  sentences: readonly string[];
  texts: Texts;
}

/** Two ways to take the summary along, and what came of it. */
export const CopySummary = ({ article, date, sentences, texts: { panel } }: CopyProps) => {
  const [said, setSaid] = useState('');
  const copy = async (text: string): Promise<void> => {
    // Emptied first: the same words again would not be announced.
    setSaid('');
    const copied = await copyToClipboard(text);
    setSaid(copied ? panel.copied : panel.copyFailed);
  };
  return (
    <div class="copy">
      <button type="button" class="quiet" onClick={() => void copy(asText(sentences))}>
        {panel.copyText}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => void copy(asMarkdown(article, date, sentences))}
      >
        {panel.copyMarkdown}
      </button>
      <output>{said}</output>
    </div>
  );
};
