// Reading the body of a write. Called by handlers alone, so never before the sign-in.
import * as v from 'valibot';
import { Refusal } from '../domain/refusal.ts';
import type { AppContext } from './services.ts';

/** What a form or a small JSON body may hold, in bytes. */
export const MAX_SMALL_BODY = 16_384;

/** What the form of a list may hold in bytes: as many clips as a page adds to it by itself. */
export const MAX_CHOSEN_BODY = 131_072;

/** The body's bytes; 'too-large' as soon as more than `max` have come, whatever Content-Length says. */
export const readBytes = async (c: AppContext, max: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream: what is still on its way is not taken.
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw new Refusal('too-large', `at most ${max} bytes`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new Refusal('bad-json', error instanceof SyntaxError ? error.message : 'not UTF-8');
  }
};

/** Parses a value from outside; 'bad-request' names the first place that is wrong. */
export const parse = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> => {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Refusal('bad-request', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
};

/** A JSON body and the bytes it came as; throws 'wrong-type', 'too-large' or 'bad-json'. */
export const readJson = async (
  c: AppContext,
  max: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; value: unknown }> => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('wrong-type');
  const bytes = await readBytes(c, max);
  return { bytes, value: parseJson(bytes) };
};

/** The fields of a form of at most `max` bytes, as often as each is sent. */
export const readFields = async (c: AppContext, max = MAX_SMALL_BODY): Promise<URLSearchParams> => {
  const fields = new URLSearchParams(new TextDecoder().decode(await readBytes(c, max)));
  c.set('sent', fields);
  return fields;
};

/** The fields of a form of at most `max` bytes; a field that is sent twice counts once, the last. */
export const readForm = async (
  c: AppContext,
  max = MAX_SMALL_BODY,
): Promise<Record<string, string>> => Object.fromEntries(await readFields(c, max));

const Nothing = v.strictObject({});

/** The body of what is asked by its address alone: 'bad-request' where a form or JSON says anything. */
export const readNothing = async (c: AppContext): Promise<void> => {
  const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false;
  parse(Nothing, isJson ? (await readJson(c, MAX_SMALL_BODY)).value : await readForm(c));
};
