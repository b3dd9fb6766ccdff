// What is made of a clip's content once, so that relating and finding it never read the content again.
import type { AddressWords, ClipProfile } from '../db/profile-writes.ts';
import { indexedWords, searchWords } from '../../shared/related/search.ts';
import { termVector } from '../../shared/related/vector.ts';
import type { Article } from '../../shared/schema/article.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import { fingerprint, hooksOf } from '../../shared/story/fingerprint.ts';
import { type Filed, filterWords, parted } from '../../shared/search/words.ts';
import { clip, compose } from '../../shared/text/clean.ts';
import { fold, foldBare } from '../../shared/text/fold.ts';
import { base64Of } from './bytes.ts';
import { standfirstOf } from './standfirst.ts';

/** How much of a body its words are taken of, in UTF-16 units: a book in one clip must not fill the index. */
const MAX_BODY = 300_000;
/** How much of a standfirst a card holds. */
const MAX_STANDFIRST = 1_000;

const bodyOf = (blocks: readonly Block[]): string => {
  const texts: string[] = [];
  let room = MAX_BODY;
  for (const block of blocks) {
    const text = clip(blockText(block), room);
    texts.push(text);
    room -= text.length + 1;
    if (room <= 0) break;
  }
  return texts.join('\n');
};

/** How a hook of a fingerprint stands in the index of words. */
export const hookWord = (hook: number): string => `h${hook.toString(36)}`;

/** What a profile is made of; `terms` are the key terms. */
export type Profiled = Pick<Article, 'title' | 'language'> &
  Filed & {
    blocks: readonly Block[];
    terms: readonly string[];
  };

/** A text as it is asked for: composed, and each word for itself. */
const indexed = (text: string): string => parted(compose(text));

/** What has no marks is the same without them: the index holds it once. */
const withoutMarks = (whole: string): string => {
  const bare = foldBare(whole);
  return bare === fold(whole) ? '' : bare;
};

/** The words of a clip of which only the address is known, kept on `day`. */
export const addressWords = ({
  title,
  canonicalUrl,
  day,
}: Pick<Filed, 'title' | 'canonicalUrl' | 'day'>): AddressWords => {
  const words = indexed(title);
  const filed = { title, canonicalUrl, day, site: null, section: [], category: null };
  return {
    title: words,
    folded: withoutMarks(words),
    features: filterWords({ ...filed, authors: [], language: null }).join(' '),
  };
};

/** The profile of a clip. */
export const profileOf = (told: Profiled): ClipProfile => {
  const { title, blocks, terms, language } = told;
  const standfirst = standfirstOf(blocks);
  const body = bodyOf(standfirst === null ? blocks : blocks.slice(1));
  const text = standfirst === null ? body : `${standfirst}\n${body}`;
  const print = fingerprint({ text });
  const vector = termVector({ title, text, language });
  const whole = indexed(`${title}\n${text}`);
  return {
    standfirst: standfirst === null ? null : clip(standfirst, MAX_STANDFIRST),
    terms: JSON.stringify(terms),
    asks: JSON.stringify(searchWords(vector)),
    vector: base64Of(vector),
    fingerprint: base64Of(print),
    words: {
      title: indexed(title),
      standfirst: indexed(standfirst ?? ''),
      body: indexed(body),
      folded: withoutMarks(whole),
      features: [...indexedWords(vector), ...filterWords(told)].join(' '),
      hooks: hooksOf(print).map(hookWord).join(' '),
    },
  };
};
