// Libraries of a real server, made by the requests that a browser and an extension make.
import type { KeepWrite } from '../../shared/schema/keep.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { insertClaimSql, newClaim } from '../../worker/local/claim.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { newId, sample } from '../worker/sample.ts';

/** A library with the session that owns it. */
export interface WebLibrary {
  origin: string;
  workspace: string;
  /** `name=value` of the session. */
  cookie: string;
  /** Sends a write as its owner's own page does; throws where it is refused. */
  send: (method: string, address: string, body: object | URLSearchParams) => Promise<Response>;
  /** Keeps an article and answers the clip's id. */
  keep: (article: Partial<KeepWrite['article']>, write?: Partial<KeepWrite>) => Promise<string>;
}

/** Claims one more library of a running installation. */
export const claimLibrary = async (
  { origin, data }: { origin: string; data: string },
  { language, name = 'News' }: { language: InterfaceLanguage; name?: string },
): Promise<WebLibrary> => {
  const { token, hash } = newClaim();
  const database = openDatabase(data);
  database.exec(insertClaimSql(hash, new Date()));
  database.close();
  const claimed = await fetch(`${origin}/claim`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ token, name, zone: 'UTC', language }),
  });
  const cookie = claimed.headers.get('set-cookie')?.split(';')[0] ?? '';
  const home = await fetch(`${origin}/`, { redirect: 'manual', headers: { cookie } });
  const workspace = home.headers.get('location')?.split('/')[2] ?? '';
  const send: WebLibrary['send'] = async (method, address, body) => {
    const isForm = body instanceof URLSearchParams;
    const answer = await fetch(`${origin}${address}`, {
      method,
      redirect: 'manual',
      headers: { cookie, origin, ...(!isForm && { 'content-type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    });
    if (answer.status >= 400) throw new Error(`${method} ${address}: ${await answer.text()}`);
    return answer;
  };
  return {
    origin,
    workspace,
    cookie,
    send,
    keep: async (article, write) => {
      const address = `/api/w/${workspace}/keeps/${newId()}`;
      const answer = await send('PUT', address, sample(article, write));
      const { clip }: { clip: string } = await answer.json();
      return clip;
    },
  };
};
