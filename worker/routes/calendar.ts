// Published days: as a range by the API, and as a calendar that programs of calendars subscribe to.
import * as v from 'valibot';
import { writeCalendar } from '../../shared/digest/calendar.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import type { FeedOwner } from '../db/feeds.ts';
import type { Library } from '../db/libraries.ts';
import { readCalendar, readRange } from '../domain/calendar.ts';
import { feedToken, readFeedToken } from '../domain/feed-token.ts';
import { Refusal } from '../domain/refusal.ts';
import { following, jsonFollowing, OWN_HEADERS } from './answers.ts';
import { parse } from './body.ts';
import { askWhereItLies, isNowhere } from './directory.ts';
import { lastModified } from './feed-answers.ts';
import { feedReader, member } from './policy.ts';
import { apiRoute, pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

const Range = v.object({ from: PlainDate, to: PlainDate });

/** The address of a library's calendar. */
export const calendarAddress = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
): Promise<string> => `${ownOrigin(c)}/feed/${await feedToken(c.env.SECRET, library)}/days.ics`;

const composeCalendar = async (c: AppContext, { library, name }: FeedOwner): Promise<string> => {
  const { workspace, language } = library;
  const t = feedTexts(language);
  const origin = ownOrigin(c);
  const days = await readCalendar(c.var.services.calendar, library);
  return writeCalendar({
    name,
    events: days.map(({ day, clips, titles, revision, updated }) => ({
      uid: `${day}.${workspace}@dateline`,
      day,
      summary: t.clips(clips),
      description: [
        ...titles.map((title) => `• ${title.replace(/\s+/gu, ' ').trim()}`),
        ...(clips > titles.length ? [t.moreClips(clips - titles.length)] : []),
      ].join('\n'),
      url: `${origin}/w/${workspace}/day/${day}`,
      revision,
      updated,
    })),
  });
};

export const calendarRoutes = [
  pageRoute({
    method: 'GET',
    path: '/feed/:token/days.ics',
    policy: feedReader,
    handler: async (c) => {
      const token = await readFeedToken(c.env.SECRET, c.req.param('token') ?? '');
      const owner =
        token &&
        (await askWhereItLies(c, token.number, () => c.var.services.feeds.owner(token), isNowhere));
      if (!owner) throw new Refusal('not-found');
      const headers = {
        'Content-Type': 'text/calendar; charset=utf-8',
        ...OWN_HEADERS,
        ...lastModified(c, owner.library),
      };
      return following(c, { ...owner }, headers, () => composeCalendar(c, owner));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/digests',
    policy: member('viewer'),
    operation: {
      id: 'listDigests',
      summary:
        'The published days of a range that have clips, with how many clips each category has, and the revision of each.',
      query: {
        from: 'The first day, like 2026-03-01.',
        to: 'The last day, at most 365 days later.',
      },
      answers: { 200: 'DigestRange', 304: null },
      problems: ['bad-request'],
    },
    handler: (c, { place: { role, library } }) => {
      const range = parse(Range, { from: c.req.query('from'), to: c.req.query('to') });
      return jsonFollowing(c, { role, library }, () =>
        readRange(c.var.services.calendar, library, range),
      );
    },
  }),
];
