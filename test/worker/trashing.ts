// Deleting and bringing back as a client does it.
import { expect } from 'vitest';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import type { TrashPage } from '../../shared/schema/trash.ts';
import { mark, marking } from './marking.ts';
import { newId, sample } from './sample.ts';
import type { Server } from './server.ts';

/** Who asks, by token or by cookie, and through which database. */
export interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
  database?: D1Database;
}

/** What a reader marks, with what a note may hold. */
export const noted = mark({ note: 'Ai biết?\n“Không ai” 🗞️' });

/** The steps against a server. */
export const trashingAt = (server: () => Server) => {
  const ask = async <T>(
    { workspace, ...who }: Caller,
    path: string,
    method: 'GET' | 'PUT' | 'POST' | 'DELETE' = 'GET',
    json?: unknown,
  ) => {
    const answer = await server().request(`/api/w/${workspace}/${path}`, {
      method,
      ...who,
      ...(json !== undefined && { json }),
    });
    const text = await answer.text();
    const body: T & { code?: string; detail?: string } = text === '' ? null : JSON.parse(text);
    return { status: answer.status, body };
  };

  const keep = async (who: Caller, write: KeepWrite = sample(), id = newId()) => {
    const { status, body } = await ask<KeepAnswer>(who, `keeps/${id}`, 'PUT', write);
    expect(status).toBeLessThan(300);
    return body;
  };

  const highlight = (who: Caller, of: string) =>
    ask(who, `highlights/${newId()}`, 'PUT', marking(of, newId(), noted));

  /** A team of two who keep the same clip, with everything that can hang on one. */
  const settle = async () => {
    const { workspace, token, cookie } = await server().install();
    const me = { workspace, token };
    const you = { workspace, cookie: await server().admit(workspace, 'editor') };
    const write = sample(
      { section: ['Thể thao'] },
      { filing: { tags: ['Đất đai', 'nhà'], collections: ['Quý IV'] } },
    );
    const mine = await keep(me, write);
    const yours = await keep(you, write);
    await highlight(me, mine.id);
    await highlight(you, yours.id);
    await ask(me, `clips/${mine.clip}/reading`, 'PUT', { state: 'done', starred: true, place: 1 });
    await ask(me, `edits/${newId()}`, 'PUT', {
      version: 1,
      keep: mine.id,
      correction: { title: 'Một tiêu đề khác “của tôi”', category: '04000000' },
    });
    return { me, you, write, mine, yours, cookie, clip: mine.clip };
  };

  return {
    ask,
    keep,
    highlight,
    settle,
    /** Deletes a clip for all and answers the status. */
    remove: async (who: Caller, clip: string) => (await ask(who, `clips/${clip}`, 'DELETE')).status,
    restore: (who: Caller, clip: string) => ask(who, `trash/${clip}/restore`, 'POST'),
    trashOf: async (who: Caller) => (await ask<TrashPage>(who, 'trash')).body,
  };
};
