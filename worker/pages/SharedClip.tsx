// A clip as people without an account read it: what sums it up, its text where that is shared, the way to the original.
import { siteOf } from '../../shared/digest/site.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Block } from '../../shared/schema/block.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';
import { foreign } from './Clip.tsx';
import { type Framed, SharedFrame } from './SharedFrame.tsx';
import { type SharedCard, SharedFacts, type SharedSetting } from './SharedStory.tsx';

export interface SharedClipProps {
  card: SharedCard & Pick<ClipCard, 'authors'>;
  /** Its text, without pictures: each would be a request to where it is. Empty where it is not shared. */
  blocks: readonly Block[];
  /** The way back to what it is of, with its name; null for a clip that is shared alone. */
  back: { address: string; name: string } | null;
  setting: SharedSetting;
}

/** What the page of a clip has below its frame. */
export const ClipText = ({ card, blocks, back, setting }: SharedClipProps) => {
  const { pages: t } = texts(setting.language);
  return (
    <main id="content" class="clip">
      {back && (
        <p class="meta">
          <a href={back.address} dir="auto">
            {back.name}
          </a>
        </p>
      )}
      <h1 {...foreign(card)}>{card.title}</h1>
      <SharedFacts clip={card} hasText={false} setting={setting} />
      {blocks.length > 0 && card.authors.length > 0 && (
        <p class="meta">{t.by(card.authors.join(', '))}</p>
      )}
      {card.summary.length > 0 && (
        <section class="digest" aria-label={t.summary}>
          <ol class="sum" {...foreign(card)}>
            {card.summary.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ol>
        </section>
      )}
      {blocks.length > 0 && (
        <article class="body" {...foreign(card)}>
          <Blocks blocks={blocks} marks={[]} images={false} />
        </article>
      )}
      <p>
        <a class="way" href={card.url} rel="noreferrer">
          {t.original(siteOf(card))}
        </a>
      </p>
    </main>
  );
};

export const SharedClipPage = ({ framed, ...shown }: SharedClipProps & { framed: Framed }) => (
  <SharedFrame
    {...framed}
    title={shown.card.title}
    description={shown.card.summary[0] ?? siteOf(shown.card)}
    isArticle
  >
    <ClipText {...shown} />
  </SharedFrame>
);
