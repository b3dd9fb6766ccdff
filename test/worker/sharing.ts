// Making public links, and opening them as somebody without an account.
import { expect } from 'vitest';
import type { Share, ShareWrite } from '../../shared/schema/share.ts';
import type { Me } from './frozen.ts';
import { newId } from './sample.ts';
import { db, ORIGIN, type Server } from './server.ts';

export const PLAIN = { days: null, fullText: false, named: false, feeds: false } as const;
export const ofCollection = (name: string): ShareWrite['of'] => ({ kind: 'collection', name });
export const ofDay = (day: string, collection: string | null = null): ShareWrite['of'] => ({
  kind: 'day',
  day,
  collection,
});

export type Asker = Pick<Me, 'workspace' | 'cookie'>;

export const path = (url: string): string => url.slice(ORIGIN.length);

/** The clip of a headline. */
export const clipOf = async (workspace: string, title: string): Promise<string> => {
  const row = await db
    .prepare('SELECT id FROM clip WHERE workspace = ? AND title = ?')
    .bind(workspace, title)
    .first<{ id: string }>();
  return row?.id ?? '';
};

/** The steps against a server. */
export const sharingAt = (server: () => Server) => {
  const put = (
    { workspace, cookie }: Asker,
    of: ShareWrite['of'],
    more: Partial<ShareWrite> = {},
    id = newId(),
  ): Promise<Response> =>
    server().request(`/api/w/${workspace}/shares/${id}`, {
      method: 'PUT',
      cookie,
      json: { of, ...PLAIN, ...more },
    });

  const share = async (...args: Parameters<typeof put>): Promise<Share> => {
    const answer = await put(...args);
    expect(answer.status, JSON.stringify(args[1])).toBe(200);
    return answer.json<Share>();
  };

  const revoke = ({ workspace, cookie }: Asker, id: string): Promise<Response> =>
    server().request(`/api/w/${workspace}/shares/${id}`, { method: 'DELETE', cookie });

  const listed = async ({ workspace, cookie }: Asker): Promise<Share[]> => {
    const answer = await server().request(`/api/w/${workspace}/shares`, { cookie });
    return (await answer.json<{ shares: Share[] }>()).shares;
  };

  const open = (url: string, wishes: Parameters<Server['request']>[1] = {}): Promise<Response> =>
    server().request(path(url), wishes);

  const text = async (url: string): Promise<string> => {
    const answer = await open(url);
    expect(answer.status, url).toBe(200);
    return answer.text();
  };

  return { put, share, revoke, listed, open, text };
};
