// The link behind the address of what is shared, found and checked in the round trip that reads what it shows.
import { dayIn } from '../../shared/digest/days.ts';
import { answered, type Question } from '../db/question.ts';
import type { FoundLink, SharedWhose } from '../db/shared.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import { readShareToken } from '../domain/share-token.ts';
import type { FormatAddresses } from '../pages/feeds.ts';
import { isTold } from './answers.ts';
import { networkAsking } from './asking.ts';
import { askWhereItLies } from './directory.ts';
import type { AppContext, Services } from './services.ts';

/** Of all that a link leads to: kept by nobody in between, so that a revoked one is dead at once. */
export const SHARED_HEADERS = {
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The path of a link. */
export const linkPath = (token: string): string => `/share/${token}`;

/** That of the link which is asked for. */
export const pathAsked = (c: AppContext): string => linkPath(c.req.param('token') ?? '');

/** The addresses of a link's feeds. */
export const linkFeeds = (address: string): FormatAddresses => ({
  rss: `${address}/feed.rss`,
  atom: `${address}/feed.atom`,
  json: `${address}/feed.json`,
});

// What never was, was revoked, is over or was deleted is answered alike, and counted: who goes on guessing is stopped.
export const refuseLink = async (c: AppContext): Promise<never> => {
  await takeTry(c.var.services, LIMITS.shareLink, await networkAsking(c));
  throw new Refusal('not-found');
};

/** What the address names. */
export const whoseAsked = async (c: AppContext): Promise<SharedWhose> =>
  (await readShareToken(c.env.SECRET, c.req.param('token') ?? '')) ?? refuseLink(c);

/**
 * The link of an address, and what is asked beside in the same round trip; that is left out where this isolate has composed
 * `at` before, and is asked only if it does not hold any more.
 */
export const findLink = async <T>(
  c: AppContext,
  whose: SharedWhose,
  at: string,
  beside: (services: Services) => Question<T>,
): Promise<{ link: FoundLink; read: () => Promise<T> }> => {
  const late = isTold(c, at);
  const asked = () => {
    const { services } = c.var;
    const found = services.shared.link(whose, services.now().toISOString());
    return found.and(late ? answered(null) : beside(services).map((told) => ({ told })));
  };
  const [link, early] = await askWhereItLies(c, whose.number, asked, ([found]) => found === null);
  const { services } = c.var;
  const read = () => (early ? Promise.resolve(early.told) : services.ask(beside(services)));
  return link ? { link, read } : refuseLink(c);
};

/** All that a page follows from beside its address: a change of the library is another number. */
export const factsOf = (c: AppContext, link: FoundLink) => ({
  link,
  today: dayIn(c.var.services.now(), link.zone),
});
