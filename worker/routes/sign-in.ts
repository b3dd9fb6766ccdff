// Who is asking: a session's cookie or an API token.
import { getCookie, setCookie } from 'hono/cookie';
import { SESSION_DAYS } from '../domain/claims.ts';
import { type Person, personBySession, personByToken } from '../domain/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { type AppContext, ownOrigin } from './services.ts';

const isSecure = (c: AppContext): boolean => ownOrigin(c).startsWith('https:');

// Browsers keep a `__Host-` cookie to https, this host alone and the path '/'; on plain loopback they refuse it.
const cookieName = (c: AppContext): string => (isSecure(c) ? '__Host-dateline' : 'dateline');

/** Signs a browser in with a session's secret. */
export const setSession = (c: AppContext, secret: string): void =>
  setCookie(c, cookieName(c), secret, {
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

/** The person behind the session cookie, or null; throws 'wrong-origin' for a write from elsewhere. */
export const personByCookie = async (
  c: AppContext,
  workspace: string | null,
): Promise<Person | null> => {
  const secret = getCookie(c, cookieName(c));
  const person = secret ? await personBySession(c.var.services, secret, workspace) : null;
  if (person) c.set('reader', person.account);
  if (person && isWrite(c)) requireOwnOrigin(c);
  return person;
};

/** The person behind the Authorization header, which alone counts where there is one, or the cookie. */
export const personByTokenOrCookie = async (
  c: AppContext,
  workspace: string | null,
): Promise<Person | null> => {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return personByCookie(c, workspace);
  const token = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  return personByToken(c.var.services, token, workspace, (work) =>
    c.executionCtx.waitUntil(work.catch(() => {})),
  );
};
