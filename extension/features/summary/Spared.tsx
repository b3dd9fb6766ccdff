// How long the summary takes to read, how long the article does, and what share of it that is.
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { countBodyWords, countWords, readingSeconds } from '../../../shared/text/reading.ts';

interface SparedProps {
  article: Article;
  sentences: readonly string[];
  texts: Texts;
}

/** A summary that says nearly all of it spares nothing. */
const MAX_SHARE = 0.9;
const STEP = 5;

const inWords = (seconds: number, { panel }: Texts): string =>
  seconds < 57.5
    ? panel.seconds(Math.max(STEP, Math.round(seconds / STEP) * STEP))
    : panel.minutes(Math.max(1, Math.round(seconds / 60)));

/** Nothing where the summary spares nothing. */
export const Spared = ({ article, sentences, texts }: SparedProps) => {
  const all = countBodyWords(article.blocks);
  const said = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0);
  if (said === 0 || said / all > MAX_SHARE) return null;
  const [short = '', long = ''] = [said, all].map((words) =>
    inWords(readingSeconds(words, article.language), texts),
  );
  if (short === long) return null;
  const share = Math.max(1, Math.round((said / all) * 100));
  return <p class="spared">{texts.panel.insteadOf(short, long, `${share}%`)}</p>;
};
