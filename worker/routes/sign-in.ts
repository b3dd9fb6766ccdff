// Who is asking: a session's cookie or an API token.
import { getCookie, setCookie } from 'hono/cookie';
import { SESSION_DAYS } from '../domain/claims.ts';
import type { Question } from '../db/question.ts';
import { type Person, personBySession, personByToken, type SignedIn } from '../domain/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { type AppContext, ownOrigin } from './services.ts';

const isSecure = (c: AppContext): boolean => ownOrigin(c).startsWith('https:');

// Browsers keep a `__Host-` cookie to https, this host alone and the path '/'; on plain loopback they refuse it.
const cookieName = (c: AppContext): string => (isSecure(c) ? '__Host-dateline' : 'dateline');

/**
 * Signs a browser in. Beside the session's secret the cookie says whose it is: nothing is believed of that, but what is
 * the account's own can be asked for together with who it is.
 */
export const setSession = (
  c: AppContext,
  { account, secret }: { account: string; secret: string },
): void =>
  setCookie(c, cookieName(c), `${secret}.${account}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: SESSION_DAYS * 86_400,
  });

const isWrite = (c: AppContext): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);

/** Throws 'wrong-origin' for a write that does not come from one of this site's own pages. */
export const requireOwnOrigin = (c: AppContext): void => {
  const isOurs = c.req.header('origin') === ownOrigin(c);
  // Absent where a browser is old or the page was not secure: Origin alone decides then.
  const site = c.req.header('sec-fetch-site') ?? 'same-origin';
  if (!isOurs || !['same-origin', 'none'].includes(site)) throw new Refusal('wrong-origin');
};

/** What is asked about a workspace beside the sign-in, for the account that a cookie names, null for none. */
export type AskBeside<T> = (
  c: AppContext,
  workspace: string,
  account: string | null,
) => Question<T> | null;

/**
 * The person behind the session cookie, or null, and what was asked beside, null where the cookie names somebody else;
 * throws 'wrong-origin' for a write from elsewhere.
 */
export const signInByCookie = async <T>(
  c: AppContext,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T> | null> => {
  const [secret, named = null] = getCookie(c, cookieName(c))?.split('.') ?? [];
  if (!secret) return null;
  const beside = workspace === null ? null : askBeside(c, workspace, named);
  const found = await personBySession(c.var.services, secret, workspace, beside);
  if (!found) return null;
  const { person } = found;
  c.set('reader', person.account);
  if (isWrite(c)) requireOwnOrigin(c);
  return named === null || named === person.account ? found : { person, beside: null };
};

/** The person behind the session cookie alone, whatever the workspace. */
export const personByCookie = async (c: AppContext): Promise<Person | null> =>
  (await signInByCookie(c, null, () => null))?.person ?? null;

/** The same by the Authorization header, which alone counts where there is one, or the cookie. */
export const signInByTokenOrCookie = async <T>(
  c: AppContext,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T> | null> => {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return signInByCookie(c, workspace, askBeside);
  const token = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const beside = workspace === null ? null : askBeside(c, workspace, null);
  return personByToken(c.var.services, token, workspace, beside, (work) =>
    c.executionCtx.waitUntil(work.catch(() => {})),
  );
};
