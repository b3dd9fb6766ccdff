// Who is asking: a session's cookie or an API token.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hashSecret } from '../domain/ids.ts';
import { type Begun, MAX_SESSIONS, SESSION_DAYS } from '../domain/sessions.ts';
import { Unavailable } from '../db/database.ts';
import { answered, type Question, unread } from '../db/question.ts';
import {
  type AskSignIn,
  type Person,
  personBySession,
  personByToken,
  type SignedIn,
} from '../domain/access.ts';
import { LIMITS } from '../domain/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import { open, seal } from '../domain/seal.ts';
import { networkAsking } from './asking.ts';
import { askWhereItLies } from './directory.ts';
import { type AppContext, ownOrigin } from './services.ts';

const isSecure = (c: AppContext): boolean => ownOrigin(c).startsWith('https:');

// Browsers keep a `__Host-` cookie to https, this host alone and the path '/'; on plain loopback they refuse it.
const cookieName = (c: AppContext): string => (isSecure(c) ? '__Host-dateline' : 'dateline');

const purposeOf = (secret: string) => `dateline session ${secret}` as const;

/**
 * Signs a browser in. Beside the session's secret the cookie says whose it is, sealed: that signs nobody in, but whoever
 * bears it had a session, so that what they ask for can be read together with whether they still have it. The session that the
 * browser had before is ended.
 */
export const setSession = async (c: AppContext, { account, secret }: Begun): Promise<void> => {
  const before = await readCookie(c);
  const replaced = before && (await hashSecret(before.secret));
  await c.var.services.sessions.makeRoom(account, MAX_SESSIONS, replaced);
  const sealed = await seal(c.env.SECRET, purposeOf(secret), new TextEncoder().encode(account));
  setCookie(c, cookieName(c), `${secret}.${sealed}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: SESSION_DAYS * 86_400,
  });
};

/** Has a browser forget the pages that it has: else whoever sits down at it next goes back to them. */
export const forgetPages = (c: AppContext): void => c.header('Clear-Site-Data', '"cache"');

/** Whether a browser was signed in, or still is. */
export const bearsSession = (c: AppContext): boolean => getCookie(c, cookieName(c)) !== undefined;

/** Signs a browser out: it forgets the session, which was ended before, and what it has of the pages. */
export const clearSession = (c: AppContext): void => {
  forgetPages(c);
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) });
};

/** The session's secret that a cookie bears, and the account that we said it is of, null where we did not. */
const readCookie = async (
  c: AppContext,
): Promise<{ secret: string; account: string | null } | null> => {
  const [secret, sealed = ''] = getCookie(c, cookieName(c))?.split('.') ?? [];
  if (!secret) return null;
  const account = await open(c.env.SECRET, purposeOf(secret), sealed);
  return { secret, account: account && new TextDecoder().decode(account) };
};

const isWrite = (c: AppContext): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);

/** The account whose session this browser has, or had until it ended; null where we gave it none. */
export const accountOfCookie = async (c: AppContext): Promise<string | null> =>
  (await readCookie(c))?.account ?? null;

/** Whether a write comes from one of this site's own pages. */
export const comesFromHere = (c: AppContext): boolean => {
  const isOurs = c.req.header('origin') === ownOrigin(c);
  // Absent where a browser is old or the page was not secure: Origin alone decides then.
  const site = c.req.header('sec-fetch-site') ?? 'same-origin';
  return isOurs && ['same-origin', 'none'].includes(site);
};

/** Throws 'wrong-origin' for a write that does not come from one of this site's own pages. */
export const requireOwnOrigin = (c: AppContext): void => {
  if (!comesFromHere(c)) throw new Refusal('wrong-origin');
};

/**
 * What is asked about a workspace beside the sign-in of an account; null for one that anybody may have made up, for whom
 * little may be read: they may be refused after it.
 */
export type AskBeside<T> = (
  c: AppContext,
  workspace: string,
  account: string | null,
) => Question<T> | null;

/**
 * How a sign-in is asked for: with the library of the workspace that it is for and what is asked beside, in one round trip.
 * The answer of a stranger depends on nothing else.
 */
const asking =
  <T>(
    c: AppContext,
    workspace: string | null,
    askBeside: (workspace: string) => Question<T> | null,
  ): AskSignIn<T> =>
  async (signIn) => {
    const { ask, databases } = c.var.services;
    const alone = () => ask(signIn);
    if (workspace === null) {
      const signedIn = await alone();
      return signedIn && { signedIn, library: null, readBeside: () => null };
    }
    try {
      const found = await askWhereItLies(
        c,
        workspace,
        () => {
          const beside = askBeside(workspace);
          return signIn
            .and(c.var.services.libraries.one(workspace))
            .and<() => T | null>(beside ? unread(beside) : answered(() => null));
        },
        ([[signedIn, library]]) => Boolean(signedIn?.role) && library === null,
      );
      const [[signedIn, library], readBeside] = found;
      if (!signedIn) return null;
      // Its member finds it nowhere just now: it moves, or is made this instant.
      if (signedIn.role !== null && library === null && databases.names.length > 1)
        throw new Unavailable('a library lies nowhere');
      return { signedIn, library, readBeside };
    } catch (error) {
      if ((await alone()) === null) return null;
      throw error;
    }
  };

/**
 * The person behind the session cookie, or null, and what was asked beside; throws 'wrong-origin' for a write from
 * elsewhere.
 */
export const signInByCookie = async <T>(
  c: AppContext,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T> | null> => {
  const cookie = await readCookie(c);
  if (!cookie) return null;
  const { secret, account } = cookie;
  const ask = asking(c, workspace, (asked) => askBeside(c, asked, account));
  const found = await personBySession(c.var.services, secret, workspace, ask);
  if (!found) return null;
  c.set('reader', found.person.account);
  if (isWrite(c)) requireOwnOrigin(c);
  return found;
};

/** The person behind the session cookie alone, whatever the workspace. */
export const personByCookie = async (c: AppContext): Promise<Person | null> =>
  (await signInByCookie(c, null, () => null))?.person ?? null;

const signInByToken = async <T>(
  c: AppContext,
  authorization: string,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T> | null> => {
  const token = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const ask = asking(c, workspace, (asked) => askBeside(c, asked, null));
  return personByToken(c.var.services, token, workspace, ask);
};

/** Counts a request of the API: of an account, or of the network that shows what signs nobody in. */
const meterRequest = async (
  c: AppContext,
  account: string | null,
  credential: string,
): Promise<void> => {
  const { meter, services } = c.var;
  if (account === null) {
    const network = await networkAsking(c);
    meter.take(services, LIMITS.wrongToken, network, `${credential} ${network}`);
  } else {
    const tries = Number(c.env.API_PER_MINUTE) || LIMITS.api.tries;
    meter.take(services, { ...LIMITS.api, tries }, account, credential);
  }
};

/**
 * The same by the Authorization header, which alone counts where there is one, or the cookie. Throws 'too-many' for who
 * asks too often.
 */
export const signInByTokenOrCookie = async <T>(
  c: AppContext,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T> | null> => {
  const authorization = c.req.header('authorization');
  const credential = authorization ?? c.req.header('cookie') ?? '';
  c.var.meter.check(c.var.services.now(), credential);
  const found =
    authorization === undefined
      ? await signInByCookie(c, workspace, askBeside)
      : await signInByToken(c, authorization, workspace, askBeside);
  // Who shows nothing costs nothing.
  if (found || authorization !== undefined)
    await meterRequest(c, found?.person.account ?? null, credential);
  return found;
};
