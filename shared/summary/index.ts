// The few sentences of an article that tell it. Each is a span of the body, so nothing in it can be made up.
import type { Article } from '../schema/article.ts';
import type { Summary } from '../schema/summary.ts';
import { countBodyWords } from '../text/reading.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { chooseSentences, openingOf } from './choice.ts';
import { readPassages } from './passages.ts';
import { taughtFor } from './taught.ts';
import { keyTerms } from './terms.ts';
import { seeWhole } from './whole.ts';

/** From so many words on an article deserves one more sentence: a brief one, a long read four, a very long one five. */
const DESERVES = [120, 350, 900, 3_000];

const deserved = (words: number): number =>
  1 + DESERVES.filter((threshold) => words >= threshold).length;

/**
 * Sums an article up in sentences that stand in its body, in their order, none repeating another, and
 * in its key terms. A body that says nothing has no summary.
 *
 * @param most How many sentences at most, 1 to 5; without it as many as the article deserves.
 */
export const summarise = (
  article: Pick<Article, 'title' | 'blocks' | 'language'>,
  most?: number,
): Summary => {
  const { title, blocks, language } = article;
  const passages = readPassages(article);
  const whole = seeWhole(findCandidates(passages), title);
  const count = deserved(countBodyWords(blocks));
  const taught = taughtFor(language);
  const isStandfirst = ({ block }: Candidate): boolean => {
    const told = blocks[block];
    return told?.kind === 'paragraph' && told.standfirst === true;
  };
  const chosen =
    most === undefined
      ? chooseSentences(whole, taught, count, count, openingOf(whole, isStandfirst))
      : chooseSentences(whole, taught, 1, most);
  return {
    sentences: chosen.map(({ block, start, end }) => ({ block, start, end })),
    terms: [...keyTerms(passages, title, language)],
  };
};
