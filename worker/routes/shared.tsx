// What a public link leads to: a collection, a day or a clip, without a sign-in.
import * as v from 'valibot';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FoundLink, SharedWhose } from '../db/shared.ts';
import { Refusal } from '../domain/refusal.ts';
import { askSharedClip, askSharedCollection, askSharedDay } from '../domain/shared.ts';
import { countVisit } from '../domain/share-visits.ts';
import type { Framed } from '../pages/SharedFrame.tsx';
import { SharedClipPage } from '../pages/SharedClip.tsx';
import { SharedCollectionPage } from '../pages/SharedCollection.tsx';
import { SharedDayPage } from '../pages/SharedDay.tsx';
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

const PAGE_HEADERS = {
  ...SHARED_HEADERS,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const toText = (content: VNode): string => `<!doctype html>${renderToString(content)}`;

const settingOf = ({ zone, language }: FoundLink) => ({ zone, language });

const framed = (c: AppContext, link: FoundLink): Framed => ({
  language: link.language,
  origin: ownOrigin(c),
  by: link.workspaceName,
  feeds: link.feeds ? linkFeeds(pathAsked(c)) : null,
});

/** Whether a browser fetches it ahead, in case somebody opens it. */
const isAhead = ({ req }: AppContext): boolean =>
  ['sec-purpose', 'purpose', 'x-moz'].some((name) =>
    /^(prefetch|preview)\b/i.test(req.header(name) ?? ''),
  );

// Somebody looks, whether they have the page already or not; a program that only asks whether it is there does not.
const count = (c: AppContext, link: FoundLink, answer: Response): Response => {
  const { services } = c.var;
  if (c.req.method === 'GET' && !isAhead(c)) services.later(() => countVisit(services, link));
  return answer;
};

const Nth = v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/), v.transform(Number));
/** More than a day has. */
const MOST_PAGES = 10_000;

/** A number in the query of an address; what is none is as if it were not there. */
const asked = (c: AppContext, name: string): number | null => {
  const parsed = v.safeParse(Nth, c.req.query(name));
  return parsed.success ? parsed.output : null;
};

const answerCollection = async (c: AppContext, whose: SharedWhose): Promise<Response> => {
  const own = pathAsked(c);
  const before = asked(c, 'before');
  const at = before === null ? own : `${own}?before=${before}`;
  const { link, read } = await findLink(c, whose, at, (services) =>
    askSharedCollection(services, whose, before),
  );
  const answer = await telling(c, at, factsOf(c, link), PAGE_HEADERS, async () => {
    const { clips, count: counted, next } = await read();
    const frame = framed(c, link);
    return toText(
      <SharedCollectionPage
        framed={frame}
        name={link.name ?? ''}
        description={link.description ?? ''}
        count={counted}
        clips={clips.map(({ card, nth, filled }) => ({
          card,
          text: link.full_text && filled ? `${own}/clip/${nth}` : null,
        }))}
        first={before === null ? null : own}
        next={next === null ? null : `${own}?before=${next}`}
        feeds={frame.feeds}
        setting={settingOf(link)}
      />,
    );
  });
  return before === null ? count(c, link, answer) : answer;
};

const answerDay = async (c: AppContext, whose: SharedWhose): Promise<Response> => {
  const own = pathAsked(c);
  const page = Math.min(asked(c, 'page') ?? 1, MOST_PAGES);
  const pageAddress = (nth: number): string => (nth === 1 ? own : `${own}?page=${nth}`);
  const at = pageAddress(page);
  const { link, read } = await findLink(c, whose, at, (services) =>
    askSharedDay(services, whose, page),
  );
  const answer = await telling(c, at, factsOf(c, link), PAGE_HEADERS, async () => {
    const day = await (await read())(link);
    if (page > Math.max(1, day.pages)) throw new Refusal('not-found');
    return toText(
      <SharedDayPage
        framed={framed(c, link)}
        collection={link.name}
        setting={settingOf(link)}
        {...{ day, pageAddress }}
      />,
    );
  });
  return page === 1 ? count(c, link, answer) : answer;
};

/** The page of the link's own clip, or of the `nth` of its collection. */
const answerClip = async (
  c: AppContext,
  whose: SharedWhose,
  nth: number | null,
): Promise<Response> => {
  const own = pathAsked(c);
  const at = nth === null ? own : `${own}/clip/${nth}`;
  const { link, read } = await findLink(c, whose, at, (services) =>
    askSharedClip(services, whose, nth),
  );
  const answer = await telling(c, at, factsOf(c, link), PAGE_HEADERS, async () => {
    const { card, blocks } = (await read()) ?? (await refuseLink(c));
    return toText(
      <SharedClipPage
        framed={{ ...framed(c, link), feeds: null }}
        card={card}
        blocks={blocks ?? []}
        back={nth === null || link.name === null ? null : { address: own, name: link.name }}
        setting={settingOf(link)}
      />,
    );
  });
  return nth === null ? count(c, link, answer) : answer;
};

export const sharedRoutes = [
  pageRoute({
    method: 'GET',
    path: '/share/:token',
    policy: linkReader,
    handler: async (c) => {
      const whose = await whoseAsked(c);
      if (whose.kind === 'clip') return answerClip(c, whose, null);
      return whose.kind === 'day' ? answerDay(c, whose) : answerCollection(c, whose);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/share/:token/clip/:n',
    policy: linkReader,
    handler: async (c) => {
      const whose = await whoseAsked(c);
      const nth = v.safeParse(Nth, c.req.param('n'));
      return nth.success && whose.kind === 'collection'
        ? answerClip(c, whose, nth.output)
        : refuseLink(c);
    },
  }),
];
