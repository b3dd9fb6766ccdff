// A team of two in which things are done one after the other, a minute apart.
import type { ActivityItem, ActivityPage } from '../../shared/schema/activity.ts';
import type { Filing } from '../../shared/schema/filing.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { newId, sample } from './sample.ts';
import type { Server } from './server.ts';

const START = Date.parse('2026-03-10T08:00:00Z');
export const NOWHERE: Filing = { tags: [], collections: [] };
export const into = (...collections: string[]): Filing => ({ tags: [], collections });

/** What a page says, without its markup. */
export const saidBy = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Minh's workspace, of which Lan is an editor. */
export const makeActingTeam = async (server: Server) => {
  let minute = 0;
  let kept = 0;
  const tick = (): void => {
    minute += 1;
    server.setClock(new Date(START + minute * 60_000).toISOString());
  };
  server.setClock(new Date(START).toISOString());
  const { cookie: owner, workspace } = await server.claim({ zone: 'UTC' });
  const lan = await server.admit(workspace, 'editor');
  const nameOf = (cookie: string, name: string) =>
    server.request('/account/name', { method: 'POST', cookie, form: { name } });
  await nameOf(owner, 'Minh');
  await nameOf(lan, 'Lan');

  const api = (method: string, path: string, cookie: string, json?: unknown): Promise<Response> => {
    tick();
    const asked = { method, cookie, ...(json ? { json } : {}) };
    return server.request(`/api/w/${workspace}/${path}`, asked);
  };
  const post = (
    path: string,
    cookie: string,
    form: Record<string, string> = {},
  ): Promise<Response> => {
    tick();
    return server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie, form });
  };
  const read = async (cookie: string, before?: string): Promise<ActivityPage> => {
    const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
    return (await server.request(`/api/w/${workspace}/activity${query}`, { cookie })).json();
  };
  return {
    workspace,
    owner,
    lan,
    tick,
    api,
    post,
    read,
    /** How many minutes have gone by. */
    minutes: () => minute,
    items: async (cookie = owner): Promise<ActivityItem[]> => (await read(cookie)).items,
    pageOf: async (cookie = owner): Promise<string> =>
      (await server.request(`/w/${workspace}/activity`, { cookie })).text(),
    /** Keeps another article, whose headline is `Headline` with a number. */
    keep: async (
      cookie: string,
      filing: Filing = NOWHERE,
    ): Promise<KeepAnswer & { title: string }> => {
      kept += 1;
      const url = `https://paper.example/${kept}`;
      const title = `Headline ${kept}`;
      const write = sample({ url, canonicalUrl: url, title }, { filing });
      const answer = await api('PUT', `keeps/${newId()}`, cookie, write);
      return { ...(await answer.json<KeepAnswer>()), title };
    },
    file: (cookie: string, clips: string[], add: Filing, remove: Filing = NOWHERE) =>
      api('POST', 'clips/many', cookie, { act: 'file', clips, change: { add, remove } }),
  };
};
export type ActingTeam = Awaited<ReturnType<typeof makeActingTeam>>;
