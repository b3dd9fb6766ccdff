// A collection as people without an account, and guests of it alone, read it. All its addresses come from who shows it.
import type { ComponentChildren } from 'preact';
import { FEED_FORMATS } from '../../shared/digest/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import { COUNTED } from '../../shared/schema/named.ts';
import type { FormatAddresses } from './feeds.ts';
import { type Framed, SharedFrame } from './SharedFrame.tsx';
import { ownSummary, type SharedCard, type SharedSetting, SharedStory } from './SharedStory.tsx';

export interface SharedClips {
  name: string;
  description: string;
  /** How many clips it has; as many as are counted may be more. */
  count: number;
  /** Each with the address of its text, or null. */
  clips: readonly { card: SharedCard; text: string | null }[];
  /** The addresses of the first page, null on it, and of the next, null on the last. */
  first: string | null;
  next: string | null;
  feeds: FormatAddresses | null;
  setting: SharedSetting;
  /** What stands below its name. */
  children?: ComponentChildren;
}

const Feeds = ({
  feeds,
  setting: { language },
}: Pick<SharedClips, 'setting'> & { feeds: FormatAddresses }) => {
  const { pages: t } = texts(language);
  return (
    <nav class="shared-feeds" aria-label={t.feeds}>
      <span>{shareTexts(language).follow}</span>
      {FEED_FORMATS.map((format) => (
        <a href={feeds[format]}>{t.feedFormats[format]}</a>
      ))}
    </nav>
  );
};

/** What the page of a collection has below its frame. */
export const CollectionClips = (props: SharedClips) => {
  const { name, description, count, clips, first, next, feeds, setting } = props;
  const t = shareTexts(setting.language);
  return (
    <main id="content" class="library shared-list">
      <h1 dir="auto">{name}</h1>
      {props.children}
      {description && <p dir="auto">{description}</p>}
      <p class="meta">{libraryTexts(setting.language).names.clips(count, COUNTED)}</p>
      {feeds && <Feeds {...{ feeds, setting }} />}
      {clips.length === 0 && <p>{t.noClips}</p>}
      {clips.map(({ card, text }) => (
        <SharedStory
          clips={[card]}
          summary={ownSummary(card)}
          heading="h2"
          {...{ text, setting }}
        />
      ))}
      {(first !== null || next !== null) && (
        <nav class="pages" aria-label={name}>
          {first === null ? (
            <span />
          ) : (
            <a class="way" href={first}>
              {t.newest}
            </a>
          )}
          {next !== null && (
            <a class="way" rel="next" href={next}>
              {t.older}
            </a>
          )}
        </nav>
      )}
    </main>
  );
};

export const SharedCollectionPage = ({ framed, ...shown }: SharedClips & { framed: Framed }) => {
  const clips = libraryTexts(framed.language).names.clips(shown.count, COUNTED);
  return (
    <SharedFrame
      {...framed}
      title={shown.name}
      description={[clips, shown.description].filter(Boolean).join(' · ')}
    >
      <CollectionClips {...shown} />
    </SharedFrame>
  );
};
