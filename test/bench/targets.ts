// What the benchmark of the worker asks for.
import { COOKIE } from './cookie.ts';
import { DAY, LIVE_DAY, WORKSPACE } from './seeded.ts';

export interface Target {
  name: string;
  path: string;
  headers: Record<string, string>;
}

const get = (origin: string, { path, headers }: Omit<Target, 'name'>): Promise<Response> =>
  fetch(origin + path, { headers });

/** One request, its body read to the end. */
export const ask = async (origin: string, target: Target): Promise<Response> => {
  const answer = await get(origin, target);
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`${answer.status} at ${target.path}`);
  return answer;
};

const SIGNED_IN = { cookie: COOKIE };

const feedPath = async (origin: string): Promise<string> => {
  const settings = await get(origin, { path: `/w/${WORKSPACE}/settings`, headers: SIGNED_IN });
  const found = /\/feed\/[\w-]+\/daily\.atom/.exec(await settings.text());
  if (!found) throw new Error(`the settings name no feed (${settings.status})`);
  return found[0];
};

/** The address of the one link that was seeded, to the day. */
const sharePath = async (origin: string): Promise<string> => {
  const path = `/api/w/${WORKSPACE}/shares`;
  const listed = await get(origin, { path, headers: SIGNED_IN });
  const found = /\/share\/[\w-]+/.exec(await listed.text());
  if (!found) throw new Error(`there is no public link (${listed.status})`);
  return found[0];
};

/** The least that a route over D1 can be. */
export const BARE: Target = { name: 'bare Hono + D1', path: '/', headers: {} };

/** The routes as people, programs and feed readers ask for them again and again. */
export const findTargets = async (origin: string): Promise<Target[]> => [
  { name: 'day, page', path: `/w/${WORKSPACE}/day/${DAY}`, headers: SIGNED_IN },
  { name: 'live day, page', path: `/w/${WORKSPACE}/day/${LIVE_DAY}`, headers: SIGNED_IN },
  { name: 'day, JSON', path: `/api/w/${WORKSPACE}/digests/${DAY}`, headers: SIGNED_IN },
  { name: 'list, JSON', path: `/api/w/${WORKSPACE}/clips`, headers: SIGNED_IN },
  { name: 'feed, Atom', path: await feedPath(origin), headers: {} },
  { name: 'shared day, page', path: await sharePath(origin), headers: {} },
];

/** Of what anybody may read, the bare route with an answer as long: how near one can come to it. */
export const asLong = (origin: string, targets: readonly Target[]): Promise<Target[]> =>
  Promise.all(
    targets
      .filter(({ headers }) => !('cookie' in headers))
      .map(async (target) => {
        const answer = await get(origin, target);
        const { byteLength } = await answer.arrayBuffer();
        return {
          name: `bare, as long as ${target.name}`,
          path: `/bytes/${byteLength}`,
          headers: {},
        };
      }),
  );

/** The same by somebody who has the answer already. */
export const unchanged = (origin: string, targets: readonly Target[]): Promise<Target[]> =>
  Promise.all(
    targets.map(async (target) => {
      const etag = (await ask(origin, target)).headers.get('etag') ?? '';
      const headers = { ...target.headers, 'if-none-match': etag };
      return { name: `${target.name}: 304`, path: target.path, headers };
    }),
  );

/** The same of the counted server when it has composed nothing before: the first answer after a change. */
export const composed = (targets: readonly Target[]): Target[] =>
  targets.map(({ name, path, headers }) => ({
    name: `${name}: composed`,
    path,
    headers: { ...headers, 'x-forget': '1' },
  }));
