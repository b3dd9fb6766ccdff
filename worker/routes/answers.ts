// How routes answer: JSON, problems, pages, and 304 where nothing has changed.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type ProblemCode, PROBLEMS } from '../../shared/schema/problem.ts';
import { sha256 } from '../domain/ids.ts';
import { IsTeam, Whereabouts } from '../pages/Layout.tsx';
import { type AppContext, ownOrigin } from './services.ts';

const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // Articles' images are shown from where they are.
  "img-src 'self' https: http:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-cache',
  'Content-Security-Policy': PAGE_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Not no-referrer: forms would then come with the Origin 'null'.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

const toDocument = (c: AppContext, content: VNode): string =>
  `<!doctype html>${renderToString(
    h(IsTeam.Provider, {
      value: c.get('isTeam') ?? false,
      children: h(Whereabouts.Provider, {
        value: c.get('whereabouts') ?? null,
        children: content,
      }),
    }),
  )}`;

/** A page as a whole document. */
export const page = (c: AppContext, content: VNode, status: ContentfulStatusCode = 200): Response =>
  c.body(toDocument(c, content), status, PAGE_HEADERS);

/** An answer that no disk keeps, and that nobody goes back to: it shows a secret, or is where one signs out. */
export const unstored = (answer: Response): Response => {
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
};

/** Of what is the caller's own: kept by nobody in between, and asked for again each time. */
export const OWN_HEADERS = {
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
};

/** A problem of the catalogue (RFC 9457). */
export const problem = (c: AppContext, code: ProblemCode, detail?: string): Response => {
  const { status, title } = PROBLEMS[code];
  const body = {
    type: `tag:dateline,2026:problem:${code}`,
    code,
    title,
    status,
    ...(detail === undefined ? {} : { detail: detail.slice(0, 500).toWellFormed() }),
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
};

const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);

// RFC 9110, 13.1.3; a date that is none is as if there were none.
const isUnchangedSince = (ifModifiedSince: string, lastModified: string): boolean =>
  Date.parse(lastModified) <= Date.parse(ifModifiedSince);

const notModified = (headers: HeadersInit): Response =>
  new Response(null, { status: 304, headers });

const etagOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  `"${(await sha256(bytes)).slice(0, 24)}"`;

/**
 * An answer with an ETag, or 304 where the caller has it already. The tag is a hash of the body, so
 * whatever changes the body (data, language, role, build) changes it, and nothing else does.
 */
export const withEtag = async (c: AppContext, response: Response): Promise<Response> => {
  const body = new Uint8Array(await response.arrayBuffer());
  const etag = await etagOf(body);
  const headers = new Headers(response.headers);
  headers.set('ETag', etag);
  // Whoever compresses an answer on its way makes its tag a weak one, which If-Match does not take (RFC 9110, 8.8.3).
  if (headers.get('content-type')?.startsWith('application/json'))
    headers.append('Cache-Control', 'no-transform');
  return matches(c.req.header('if-none-match') ?? '', etag)
    ? notModified(headers)
    : new Response(body, { status: response.status, headers });
};

/** Whether what the caller has read, by the tag in If-Match, is `value` as JSON (RFC 9110, 13.1.1: a weak tag is none). */
export const isAsRead = async (c: AppContext, value: unknown): Promise<boolean> => {
  const etag = await etagOf(new TextEncoder().encode(JSON.stringify(value)));
  return (c.req.header('if-match') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === etag);
};

// A reader's last answer at an address is the one that they come back to: what it was before it changed nobody asks for.
const bodyKey = (c: AppContext, account: string | null): string =>
  JSON.stringify([c.req.url, account]);

/** Whether the caller or this isolate has an answer to this request already, which may still hold. */
export const isAnswered = (c: AppContext, account: string | null): boolean =>
  c.req.header('if-none-match') !== undefined ||
  c.req.header('if-modified-since') !== undefined ||
  c.var.bodies.has(bodyKey(c, account));

/**
 * An answer that follows from its address, this build and `facts` alone: 304 where the caller has
 * it, else what this isolate has composed before, else a new body. A library's row among the facts
 * stands for all that is in it, since every change takes its next number. What is composed may be
 * newer than its facts and never older: whoever comes after a change brings other facts.
 */
export const following = async (
  c: AppContext,
  facts: Readonly<Record<string, unknown>>,
  contentHeaders: Readonly<Record<string, string>>,
  compose: () => Promise<string>,
): Promise<Response> => {
  const { bodies } = c.var;
  // The secret signs the addresses of feeds, which pages show.
  const shown = [c.env.ORIGIN, c.env.SECRET, c.get('whereabouts'), c.get('isTeam'), BUILD_ID];
  const name = JSON.stringify([c.req.url, ...shown, facts]);
  const key = bodyKey(c, c.get('reader') ?? null);
  const last = bodies.get(key);
  const kept = last?.name === name ? last : undefined;
  const etag = kept?.etag ?? (await etagOf(new TextEncoder().encode(name)));
  const headers = { ...contentHeaders, ETag: etag };
  const tags = c.req.header('if-none-match');
  const since = c.req.header('if-modified-since') ?? '';
  // Who sends tags is judged by them alone (RFC 9110, 13.2.2).
  const hasIt =
    tags === undefined
      ? isUnchangedSince(since, contentHeaders['Last-Modified'] ?? '')
      : matches(tags, etag);
  if (hasIt) return notModified(headers);
  if (kept) return new Response(kept.body, { headers });
  const body = new TextEncoder().encode(await compose());
  bodies.set(key, { name, etag, body });
  return new Response(body, { headers });
};

/** A page that follows from `facts`, as `following` has it. */
export const pageFollowing = (
  c: AppContext,
  facts: Readonly<Record<string, unknown>>,
  compose: () => Promise<VNode>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  following(c, facts, { ...PAGE_HEADERS, ...headers }, async () => toDocument(c, await compose()));

/** Whether this isolate has composed what stands under an address that anybody may have, which may still hold. */
export const isTold = (c: AppContext, at: string): boolean => c.var.bodies.has(at);

/**
 * What anybody may read who has the address `at`, which follows from it, this build and `facts`. Its tag is a hash of what
 * is told, so that nobody hears of changes that they are not shown.
 */
export const telling = async (
  c: AppContext,
  at: string,
  facts: Readonly<Record<string, unknown>>,
  contentHeaders: Readonly<Record<string, string>>,
  compose: () => Promise<string>,
): Promise<Response> => {
  const { bodies } = c.var;
  const name = JSON.stringify([ownOrigin(c), c.env.SECRET, BUILD_ID, facts]);
  const last = bodies.get(at);
  const fresh = async () => {
    const body = new TextEncoder().encode(await compose());
    const made = { name, etag: await etagOf(body), body };
    bodies.set(at, made);
    return made;
  };
  const { etag, body } = last?.name === name ? last : await fresh();
  const headers = { ...contentHeaders, ETag: etag };
  return matches(c.req.header('if-none-match') ?? '', etag)
    ? notModified(headers)
    : new Response(body, { headers });
};

/** JSON of the caller's own: kept by nobody in between. */
export const json = (c: AppContext, value: unknown, status: 200 | 201 = 200): Response =>
  c.json(value, status, OWN_HEADERS);

/** JSON that follows from `facts`, as `following` has it. */
export const jsonFollowing = (
  c: AppContext,
  facts: Readonly<Record<string, unknown>>,
  compose: () => Promise<unknown>,
): Promise<Response> =>
  following(c, facts, { 'Content-Type': 'application/json', ...OWN_HEADERS }, async () =>
    JSON.stringify(await compose()),
  );
