// Related items as a list, each with why it is there, where it is from and when: in the panel and on the pages.
import type { ComponentChildren } from 'preact';
import type { Texts } from '../locales/index.ts';

/** Why an item is related; a term as the article that is read writes it. */
export type ShownReason =
  | { readonly kind: 'story' | 'section' | 'category' }
  | { readonly kind: 'term'; readonly term: string };

export interface RelatedItem {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string | null;
  /** The best first; the first is said. */
  readonly reasons: readonly ShownReason[];
  /** Site and date in words, as far as they are known. */
  readonly facts: readonly string[];
}

const reasonIn = (reason: ShownReason, { related }: Texts): string =>
  reason.kind === 'term' ? reason.term : related.reasons[reason.kind];

const Facts = ({ item, texts }: { item: RelatedItem; texts: Texts }) => {
  const [reason] = item.reasons;
  const facts = item.facts.map((fact) => <bdi>{fact}</bdi>);
  return (
    <p class="meta">
      {reason && (
        <em lang={reason.kind === 'term' ? (item.language ?? undefined) : undefined} dir="auto">
          {reasonIn(reason, texts)}
        </em>
      )}
      {facts}
    </p>
  );
};

export const RelatedList = ({
  items,
  texts,
  target,
  besides,
}: {
  items: readonly RelatedItem[];
  texts: Texts;
  /** Where links open, where not in the same place. */
  target?: '_blank';
  /** What can be done with an item, beside it. */
  besides?: (item: RelatedItem) => ComponentChildren;
}) => (
  <ul class="rel">
    {items.map((item) => (
      <li key={item.id}>
        <a
          href={item.href}
          lang={item.language ?? undefined}
          dir="auto"
          target={target}
          rel={target && 'noreferrer'}
        >
          {item.title}
        </a>
        <Facts item={item} texts={texts} />
        {besides?.(item)}
      </li>
    ))}
  </ul>
);
