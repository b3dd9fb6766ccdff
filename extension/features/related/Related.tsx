// What belongs to the article: what its page offers of the same section, then what the library has.
import { Fragment } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article, RelatedLink } from '../../../shared/schema/article.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { type RelatedItem, RelatedList } from '../../../shared/ui/RelatedList.tsx';
import { dayInShort } from '../../lib/days.ts';

const SHOWN = 6;

/** A clip of the library that belongs to the article. */
export interface LibraryItem extends Omit<RelatedItem, 'facts'> {
  site: string;
  /** `YYYY-MM-DD`; null where nobody knows it. */
  day: string | null;
  /** Whether it is the text of the article itself, from elsewhere: it is said, and not listed. */
  isCopy: boolean;
}

/** What became of asking the library itself; null before that. */
export type MoreAsked = 'asking' | 'asked' | 'failed' | null;

/** How far a second look at the page has come; null before one is asked for. */
export type PageLook = 'looking' | 'looked' | null;

interface OnPageProps {
  article: Article;
  /** Null where the page cannot be looked at once more. */
  look: { state: PageLook; onLook: () => void } | null;
  texts: Texts;
}

const isOwn = ({ sameSection }: RelatedLink): boolean => sameSection === true;

// Those of the same section first, as the page has them else; said of each where not all are.
const onPage = ({ related, language }: Article): RelatedItem[] => {
  const own = related.filter(isOwn);
  const others = related.filter((link) => !isOwn(link));
  return [...own, ...others].slice(0, SHOWN).map((link) => ({
    id: link.url,
    href: link.url,
    title: link.title,
    language,
    reasons: isOwn(link) && others.length > 0 ? [{ kind: 'section' }] : [],
    facts: [],
  }));
};

const OnPage = ({ article, look, texts }: OnPageProps) => {
  const { panel, related } = texts;
  const items = onPage(article);
  const isLooking = look?.state === 'looking';
  const button = look && (
    <button type="button" class="quiet" aria-disabled={isLooking} onClick={look.onLook}>
      {isLooking ? related.looking : related.lookAgain}
    </button>
  );
  const told = look?.state === 'looked' && items.length === 0 ? related.nothingOnPage : '';
  if (items.length === 0 && !button) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">
        {items.length > 0 ? panel.related : related.onPage}
        <span>{items.length > 0 && panel.onThisPage}</span>
      </h2>
      {items.length > 0 && <RelatedList items={items} texts={texts} target="_blank" />}
      <p class="look" aria-live="polite">
        {button} <span>{told}</span>
      </p>
    </section>
  );
};

interface FromLibraryProps {
  /** Null while nobody knows yet. */
  items: readonly LibraryItem[] | null;
  /** Whether there may be any. */
  isExpected: boolean;
  /** Null where no library can be asked. */
  more: { state: MoreAsked; onMore: () => void } | null;
  texts: Texts;
  language: InterfaceLanguage;
}

const shown = (
  { id, href, title, language, reasons, site, day }: LibraryItem,
  spoken: InterfaceLanguage,
): RelatedItem => {
  const facts = day ? [site, dayInShort(day, spoken)] : [site];
  return { id, href, title, language, reasons, facts };
};

const More = ({ more, texts: { related } }: Pick<FromLibraryProps, 'more' | 'texts'>) => {
  if (!more) return null;
  const { state, onMore } = more;
  const told = { asking: '', asked: related.nothingMore, failed: related.moreFailed };
  return (
    <p class="look" aria-live="polite">
      <button type="button" class="quiet" aria-disabled={state === 'asking'} onClick={onMore}>
        {state === 'asking' ? related.looking : related.moreFromLibrary}
      </button>{' '}
      <span>{state && told[state]}</span>
    </p>
  );
};

/** Where else the library has the article's own text from. */
const Copies = ({
  items,
  texts: { related },
  language,
}: Pick<FromLibraryProps, 'texts' | 'language'> & { items: readonly LibraryItem[] }) => (
  <p class="same-text">
    {related.sameText}{' '}
    {items.map(({ id, href, site, day }, at) => (
      <Fragment key={id}>
        {at > 0 && ' · '}
        <a href={href} target="_blank" rel="noreferrer">
          <bdi>{site}</bdi>
          {day && `, ${dayInShort(day, language)}`}
        </a>
      </Fragment>
    ))}
  </p>
);

const FromLibrary = ({ items, isExpected, more, texts, language }: FromLibraryProps) => {
  // Room for them, so that what stands below stays where it is.
  if (items === null) return isExpected ? <div class="related-room" /> : null;
  if (items.length === 0 && !more) return null;
  const copies = items.filter(({ isCopy }) => isCopy);
  const others = items.filter(({ isCopy }) => !isCopy);
  return (
    <section class="related" aria-labelledby="from-library">
      <h2 id="from-library">{texts.related.inLibrary}</h2>
      {copies.length > 0 && <Copies items={copies} texts={texts} language={language} />}
      {others.length > 0 && (
        <RelatedList
          items={others.map((item) => shown(item, language))}
          texts={texts}
          target="_blank"
        />
      )}
      <More more={more} texts={texts} />
    </section>
  );
};

export const Related = (props: OnPageProps & FromLibraryProps) => (
  <>
    <OnPage {...props} />
    <FromLibrary {...props} />
  </>
);
