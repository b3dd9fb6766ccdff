// The one way to the server. Every answer is measured, parsed and given a kind; nothing throws.
import * as v from 'valibot';
import { Problem } from '../../shared/schema/problem.ts';

const MAX_ANSWER_BYTES = 1_000_000;
const TIMEOUT_MS = 30_000;

export type Answer<T> =
  | { kind: 'ok'; value: T }
  /** The server said no. `retryAfter` is in seconds, where it told one. */
  | { kind: 'refused'; status: number; code: string; retryAfter: number | null }
  /** An answer that is not this API's: of a captive portal, of a proxy, of another site. */
  | { kind: 'foreign'; status: number; retryAfter: number | null }
  | { kind: 'unreachable' };

interface Request<T> {
  server: string;
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** JSON in UTF-8. */
  body?: Uint8Array<ArrayBuffer> | string;
  token?: string;
  Schema: v.GenericSchema<unknown, T>;
}

const readText = async (response: Response): Promise<string | null> => {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // Not `for await`: Safari 18 cannot iterate a stream.
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
};

const parseJson = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

const retryAfterOf = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
};

/** Sends one request and answers what came of it. Redirects are not followed: a token stays where it is due. */
export const request = async <T>(wanted: Request<T>): Promise<Answer<T>> => {
  try {
    const response = await fetch(wanted.server + wanted.path, {
      method: wanted.method,
      headers: {
        ...(wanted.body !== undefined && { 'content-type': 'application/json' }),
        ...(wanted.token && { authorization: `Bearer ${wanted.token}` }),
      },
      ...(wanted.body !== undefined && { body: wanted.body }),
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { ok, status } = response;
    const retryAfter = retryAfterOf(response);
    const body = parseJson(await readText(response));
    const value = v.safeParse(wanted.Schema, body);
    if (ok && value.success) return { kind: 'ok', value: value.output };
    const problem = v.safeParse(Problem, body);
    if (ok || !problem.success) return { kind: 'foreign', status, retryAfter };
    return { kind: 'refused', status, code: problem.output.code, retryAfter };
  } catch {
    return { kind: 'unreachable' };
  }
};
