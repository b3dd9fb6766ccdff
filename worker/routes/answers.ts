// How routes answer: JSON, problems, pages, and 304 where nothing has changed.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type ProblemCode, PROBLEMS } from '../../shared/schema/problem.ts';
import { sha256 } from '../domain/ids.ts';
import type { AppContext } from './services.ts';

const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
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

/** A page as a whole document. */
export const page = (c: AppContext, content: VNode, status: ContentfulStatusCode = 200): Response =>
  c.body(`<!doctype html>${renderToString(content)}`, status, PAGE_HEADERS);

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

/** 304 where the caller has what this ETag names already, or null. */
export const notModified = (
  c: AppContext,
  etag: string,
  headers: Readonly<Record<string, string>>,
): Response | null =>
  matches(c.req.header('if-none-match') ?? '', etag)
    ? new Response(null, { status: 304, headers: { ...headers, ETag: etag } })
    : null;

/**
 * An answer with an ETag, or 304 where the caller has it already. The tag is a hash of the body, so
 * whatever changes the body (data, language, role, build) changes it, and nothing else does.
 */
export const withEtag = async (c: AppContext, response: Response): Promise<Response> => {
  const body = new Uint8Array(await response.arrayBuffer());
  const etag = `"${(await sha256(body)).slice(0, 24)}"`;
  const headers = new Headers(response.headers);
  headers.set('ETag', etag);
  const isKnown = matches(c.req.header('if-none-match') ?? '', etag);
  return isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status: response.status, headers });
};

/** JSON of the caller's own: kept by nobody in between. */
export const json = (c: AppContext, value: unknown, status: 200 | 201 = 200): Response =>
  c.json(value, status, {
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
