// The feeds of a shared collection, below the address of its link.
import {
  FEED_FORMATS,
  FEED_TYPES,
  type FeedFormat,
  tagUri,
  writeFeed,
} from '../../shared/digest/feeds.ts';
import { publishedBefore } from '../../shared/digest/days.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import type { FoundLink, SharedListed } from '../db/shared.ts';
import { askSharedFeed } from '../domain/shared.ts';
import { clipEntryHtml } from '../pages/ClipEntry.tsx';
import { telling } from './answers.ts';
import { linkReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';
import {
  factsOf,
  findLink,
  linkFeeds,
  pathAsked,
  refuseLink,
  SHARED_HEADERS,
  whoseAsked,
} from './shared-link.ts';

const entriesOf = (c: AppContext, link: FoundLink, clips: readonly SharedListed[]) => {
  const own = ownOrigin(c) + pathAsked(c);
  return clips
    .filter(({ filled }) => filled)
    .map(({ card, changedAt, nth }) => ({
      id: tagUri('share', link.id, String(nth)),
      title: card.title,
      language: card.language,
      url: link.full_text ? `${own}/clip/${nth}` : card.url,
      updated: changedAt,
      published: publishedBefore(card.published, changedAt),
      authors: [],
      categories: [],
      html: clipEntryHtml({ clip: { ...card, authors: [] }, language: link.language, whole: null }),
    }));
};

const answerFeed = async (c: AppContext, format: FeedFormat): Promise<Response> => {
  const whose = await whoseAsked(c);
  const own = pathAsked(c);
  const self = linkFeeds(own)[format];
  const { link, read } = await findLink(c, whose, self, (services) =>
    askSharedFeed(services, whose),
  );
  if (whose.kind !== 'collection' || !link.feeds) return refuseLink(c);
  const headers = { ...SHARED_HEADERS, 'Content-Type': `${FEED_TYPES[format]}; charset=utf-8` };
  return telling(c, self, factsOf(c, link), headers, async () => {
    const entries = entriesOf(c, link, await read());
    const updated = entries.reduce(
      (last, entry) => (entry.updated > last ? entry.updated : last),
      link.created_at,
    );
    const name = link.name ?? '';
    return writeFeed(format, {
      id: tagUri('share', link.id),
      title: link.workspaceName === null ? name : `${name} · ${link.workspaceName}`,
      description: shareTexts(link.language).feedDescription,
      home: ownOrigin(c) + own,
      entries,
      language: link.language,
      self: ownOrigin(c) + self,
      updated,
    });
  });
};

export const sharedFeedRoutes = FEED_FORMATS.map((format) =>
  pageRoute({
    method: 'GET',
    path: `/share/:token/feed.${format}`,
    policy: linkReader,
    handler: (c) => answerFeed(c, format),
  }),
);
