// What is marked for the team: seen by all of it, changed by its writer alone. What is not stays with who marked it.
import { beforeAll, expect, test } from 'vitest';
import type { HighlightList, Mark } from '../../shared/schema/highlight.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { ROUTES } from '../../worker/routes/registry.ts';
import { mark, marking } from './marking.ts';
import { newId, sample } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

interface Caller {
  workspace: string;
  cookie: string;
  database?: D1Database;
}

const ask = <T>({ workspace, ...who }: Caller, path: string, json?: unknown) =>
  server
    .request(`/api/w/${workspace}/${path}`, {
      ...(json !== undefined && { method: 'PUT', json }),
      ...who,
    })
    .then((answer) => answer.json<T & { code?: string }>());

const set = (who: Caller, keep: string, highlight: string, to: Mark | null) =>
  ask<KeepAnswer>(who, `highlights/${newId()}`, marking(keep, highlight, to));

const listed = (who: Caller, clip: string) => ask<HighlightList>(who, `clips/${clip}/highlights`);

const pageOf = async ({ workspace, ...who }: Caller, clip: string): Promise<string> =>
  (await server.request(`/w/${workspace}/clip/${clip}`, who)).text();

/** A team of three with a clip. */
const settle = async () => {
  const { workspace, cookie } = await server.install();
  const me = { workspace, cookie };
  const editor = { workspace, cookie: await server.admit(workspace, 'editor') };
  const viewer = { workspace, cookie: await server.admit(workspace, 'viewer') };
  const kept = await ask<KeepAnswer>(me, `keeps/${newId()}`, sample());
  return { me, editor, viewer, kept };
};

test('what is marked for the team is seen by all of it, with who did and when, until its writer takes it back', async () => {
  const { me, editor, viewer, kept } = await settle();
  const id = newId();
  const shown = mark({ note: 'Ask the mayor', forTeam: true });
  await set(viewer, kept.id, id, shown);
  for (const other of [me, editor]) {
    const { highlights, team } = await listed(other, kept.clip);
    expect(highlights).toEqual([]);
    expect(team).toMatchObject([{ id, ...shown, at: '2026-03-10T08:00:00.000Z' }]);
    const page = await pageOf(other, kept.clip);
    expect(page).toContain('1 highlight of the team');
    expect(page).toContain('Ask the mayor');
    expect(page).toContain('10 Mar 2026');
    expect(page).toContain('data-kind="summary team-yellow"');
  }
  // To its writer it is a highlight of their own.
  expect(await listed(viewer, kept.clip)).toMatchObject({
    highlights: [{ id, ...shown }],
    team: [],
  });
  // Another's write under the same id is another's highlight.
  await set(editor, kept.id, id, mark({ note: 'Mine' }));
  await set(editor, kept.id, id, null);
  expect((await listed(me, kept.clip)).team).toMatchObject([{ id, note: 'Ask the mayor' }]);
  await set(viewer, kept.id, id, mark({ note: 'Ask the mayor' }));
  expect((await listed(me, kept.clip)).team).toEqual([]);
  expect(await pageOf(me, kept.clip)).not.toContain('Ask the mayor');
});

test('nothing that others are answered holds what is a person’s own', async () => {
  const { me, editor, viewer, kept } = await settle();
  const NOTE = 'Zwischenbericht';
  const mine = mark({ note: NOTE });
  mine.anchor = { ...mine.anchor, before: 'Qx ', after: ' xQ' };
  await set(me, kept.id, newId(), mine);
  const feeds = await (await server.request(`/w/${me.workspace}/feeds`, me)).text();
  const feed = /\/feed\/([\w-]+)\/clips\.rss/.exec(feeds)?.[1] ?? '';
  const params: Record<string, string> = {
    workspace: me.workspace,
    id: kept.clip,
    day: kept.day,
    month: kept.day.slice(0, 7),
    week: '2026-W11',
    year: '2026',
    token: feed,
    name: 'x',
    tag: 'x',
  };
  const query = new URLSearchParams({
    q: NOTE,
    is: 'highlighted',
    since: '0',
    shelf: 'all',
    clip: kept.clip,
    kept: kept.keptDay,
  });
  let answered = 0;
  for (const { method, path } of ROUTES) {
    if (method !== 'GET' || path.startsWith('/claim')) continue;
    const address = path.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? 'x');
    for (const who of [editor, viewer])
      for (const asked of [address, `${address}?${query}`]) {
        const answer = await server.request(asked, { cookie: who.cookie });
        const text = new TextDecoder().decode(await answer.arrayBuffer());
        if (answer.status === 200) answered += 1;
        expect(text, asked).not.toMatch(/Qx | xQ/);
        // A search repeats what it was asked for.
        if (asked === address) expect(text, asked).not.toContain(NOTE);
      }
  }
  expect(answered).toBeGreaterThan(60);
  // The writer has it: the same search finds it.
  const own = await (await server.request(`/api/w/${me.workspace}/export`, me)).text();
  expect(own).toContain(NOTE);
});

test('what is for the team is no part of others’ exports and shelves', async () => {
  const { me, editor, kept } = await settle();
  await set(me, kept.id, newId(), mark({ note: 'For all', forTeam: true }));
  const exported = await (await server.request(`/api/w/${me.workspace}/export`, editor)).text();
  expect(exported).not.toContain('For all');
  const search = await ask<{ clips: unknown[] }>(editor, 'search?q=is:highlighted');
  expect(JSON.stringify(search)).not.toContain(kept.clip);
});

test('who is alone in a workspace is offered no team', async () => {
  const { workspace, cookie } = await server.install();
  const me = { workspace, cookie };
  const kept = await ask<KeepAnswer>(me, `keeps/${newId()}`, sample());
  expect(await pageOf(me, kept.clip)).toContain('&quot;hasTeam&quot;:false');
  await server.admit(workspace, 'viewer');
  expect(await pageOf(me, kept.clip)).toContain('&quot;hasTeam&quot;:true');
});

test('what many mark for themselves costs a reader nothing', async () => {
  const { me, editor, kept } = await settle();
  await set(me, kept.id, newId(), mark({ forTeam: true }));
  const cost = async () => {
    const meter = metered();
    const { team } = await listed({ ...editor, database: meter.db }, kept.clip);
    expect(team).toHaveLength(1);
    return meter.rows.read;
  };
  const before = await cost();
  for (let count = 0; count < 30; count += 1) await set(me, kept.id, newId(), mark());
  expect(await cost()).toBeLessThanOrEqual(before + 2);
});
