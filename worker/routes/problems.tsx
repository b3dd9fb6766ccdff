// How a request fails: a problem of the catalogue for the API, a page for people.
import { PROBLEMS, type ProblemCode } from '../../shared/schema/problem.ts';
import { LibraryMoving, Unavailable } from '../db/database.ts';
import { Refusal } from '../domain/refusal.ts';
import { ProblemPage, type Sent } from '../pages/MessagePage.tsx';
import { NotSignedInPage } from '../pages/SignInPage.tsx';
import { page, problem } from './answers.ts';
import { wishedLanguage } from './language.ts';
import { isFilledForm } from './sent-form.ts';
import type { AppContext } from './services.ts';
import { bearsSession, forgetPages, signInByTokenOrCookie } from './sign-in.ts';

const isApi = (c: AppContext): boolean => /^\/api(\/|$)/.test(c.req.path);

/** After how many seconds it is worth trying again. A library that moves takes some, or waits for the next run. */
const WAIT: Readonly<Partial<Record<ProblemCode, number>>> = { busy: 2, 'library-moving': 30 };

/** After which the same form may be taken that was not. */
const AGAIN: ReadonlySet<ProblemCode> = new Set(['library-moving', 'busy', 'too-many', 'internal']);

/** The form that a member sent, to be sent again as it was; null where none was, or it is no use. */
const sentAgain = (c: AppContext, code: ProblemCode): Sent | null => {
  const fields = c.get('sent');
  if (!fields || c.get('reader') === undefined || !AGAIN.has(code)) return null;
  const { pathname, search } = new URL(c.req.url);
  return { to: pathname + search, fields };
};

const NOTHING_MORE = { detail: undefined, retryAfter: undefined, back: undefined };

// Where a form was sent to nobody can be led back: they are led home.
const pathAsked = ({ req }: AppContext): string => {
  const { pathname, search } = new URL(req.url);
  return req.method === 'GET' && !pathname.startsWith('//') ? pathname + search : '/';
};

const answerProblem = (
  c: AppContext,
  code: ProblemCode,
  { detail, retryAfter, back }: Pick<Refusal, 'detail' | 'retryAfter' | 'back'> = NOTHING_MORE,
): Response => {
  // RFC 9110, 15.5.2: a 401 names the way in.
  if (code === 'sign-in') c.header('WWW-Authenticate', 'Bearer');
  const wait = retryAfter ?? WAIT[code];
  if (wait !== undefined) c.header('Retry-After', String(wait));
  if (isApi(c)) return problem(c, code, detail);
  const entered = isFilledForm(c) ? (back === undefined ? 'lost' : 'kept') : null;
  // Its session was ended elsewhere; but what could not be kept is only where Back leads.
  if (code === 'sign-in' && entered !== 'lost' && bearsSession(c)) forgetPages(c);
  const language = c.get('language') ?? wishedLanguage(c);
  const content =
    code === 'sign-in' ? (
      <NotSignedInPage {...{ language, entered }} here={back ?? pathAsked(c)} />
    ) : code === 'sign-in-again' ? (
      // What says nothing else stands on the page of the account.
      <NotSignedInPage language={language} here={back ?? '/account'} code={code} />
    ) : (
      <ProblemPage {...{ language, code }} sent={sentAgain(c, code)} />
    );
  return page(c, content, PROBLEMS[code].status);
};

/**
 * Keeps the only trace there is of a failure on our side; the caller gets no word of it. What is noted behind an answer is not
 * noted while a library moves, which is none.
 */
export const logFailure = (error: unknown): void => {
  if (error instanceof LibraryMoving) return;
  // oxlint-disable-next-line no-console
  console.error(error);
};

/** The answer to whatever a route throws. */
export const onError = (error: Error, c: AppContext): Response => {
  if (error instanceof Refusal) return answerProblem(c, error.code, error);
  if (error instanceof LibraryMoving) return answerProblem(c, 'library-moving');
  logFailure(error);
  return answerProblem(c, error instanceof Unavailable ? 'busy' : 'internal');
};

// Under /api a stranger hears 401 before anything else, even that there is nothing.
const refuse = async (c: AppContext, code: ProblemCode): Promise<Response> => {
  if (isApi(c) && !(await signInByTokenOrCookie(c, null, () => null)))
    return answerProblem(c, 'sign-in');
  return answerProblem(c, code);
};

/** The answer where no route has this address. */
export const onNotFound = (c: AppContext): Promise<Response> => refuse(c, 'not-found');

/** The answer where a route has this address but not this method. */
export const onWrongMethod = async (
  c: AppContext,
  allowed: readonly string[],
): Promise<Response> => {
  c.header('Allow', [...allowed, 'OPTIONS'].join(', '));
  if (c.req.method === 'OPTIONS') return c.body(null, 204);
  return refuse(c, 'wrong-method');
};
