// A client of a real installation over HTTP alone: claimed and paired by the steps of a person and an extension.
import * as v from 'valibot';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import { Paired, PairingStarted } from '../../shared/schema/pairing.ts';
import type { Installation } from '../../worker/local/demo/installation.ts';
import { newId, sample } from '../worker/sample.ts';

/** Where and as whom to save. */
export interface PairedClient {
  workspace: string;
  token: string;
}

/** A keep as an outbox holds it: its id and its frozen bytes. */
export interface Frozen {
  id: string;
  bytes: string;
}

/** What was heard of a save: null where no whole answer came, or none that tells of it. */
export type Heard = { status: 200 | 201; answer: KeepAnswer } | null;

const postForm = (origin: string, path: string, form: Record<string, string>, cookie?: string) =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
    body: new URLSearchParams(form),
  });

const postJson = async (address: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
};

/** Claims a fresh installation, pairs with it and answers the token. */
export const claimAndPair = async ({ origin, claim }: Installation): Promise<PairedClient> => {
  const token = new URL(claim ?? '').pathname.split('/').pop() ?? '';
  const form = { token, name: 'News', language: 'en', zone: 'Asia/Ho_Chi_Minh' };
  const claimed = await postForm(origin, '/claim', form);
  const cookie = claimed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { device_code, user_code } = v.parse(
    PairingStarted,
    await postJson(`${origin}/api/pairings`, { name: 'Chromium' }),
  );
  const code = user_code;
  await postForm(origin, '/pair', { code }, cookie);
  const approved = { code, answer: 'approved', scopes: 'clip:read clip:write' };
  await postForm(origin, '/pair/answer', approved, cookie);
  const paired = v.parse(Paired, await postJson(`${origin}/api/pairings/token`, { device_code }));
  return { workspace: paired.workspaces[0]?.id ?? '', token: paired.access_token };
};

/** A keep of an article that nobody has kept yet. */
export const freshKeep = (): Frozen => ({ id: newId(), bytes: JSON.stringify(sample()) });

/** Sends a keep once. Throws where the server refuses it: then no retry would help. */
export const send = async (
  origin: string,
  { workspace, token }: PairedClient,
  { id, bytes }: Frozen,
): Promise<Heard> => {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${origin}/api/w/${workspace}/keeps/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: bytes,
    });
    status = response.status;
    text = await response.text();
  } catch {
    return null;
  }
  if (status >= 500) return null;
  if (status !== 200 && status !== 201) throw new Error(`refused with ${status}: ${text}`);
  return { status, answer: v.parse(v.pipe(v.string(), v.parseJson(), KeepAnswer), text) };
};
