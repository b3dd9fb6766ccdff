// Copying clips into another library of one's own: kept there by whoever copies, once, and nothing of one's own with it.
import { beforeAll, expect, test } from 'vitest';
import { texts } from '../../shared/locales/index.ts';
import { activityTexts } from '../../shared/locales/activity.ts';
import { clipTexts } from '../../shared/locales/clip.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import type { ClipHistory } from '../../shared/schema/history.ts';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { hashSecret } from '../../worker/domain/ids.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const t = activityTexts('en').copy;

interface Caller {
  workspace: string;
  cookie: string;
}

const ask = async <T>({ workspace, cookie }: Caller, path: string, json?: unknown) => {
  const init = json !== undefined && { method: 'PUT', json };
  const answer = await server.request(`/api/w/${workspace}/${path}`, { ...init, cookie });
  return answer.json<T>();
};

const keep = (who: Caller, write: KeepWrite = sample()) =>
  ask<KeepAnswer>(who, `keeps/${newId()}`, write);

/** What the form of a list sends. */
const send = async (
  { workspace, cookie }: Caller,
  clips: readonly string[],
  more: Record<string, string> = {},
  database?: D1Database,
) => {
  const body = new URLSearchParams([
    ...clips.map((clip): [string, string] => ['clip', clip]),
    ...Object.entries(more),
  ]);
  const answer = await server.request(`/w/${workspace}/copies`, {
    method: 'POST',
    cookie,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
    ...(database && { database }),
  });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
};

/** Somebody with a library of their own, who is an editor of another's. */
const settle = async (role: 'editor' | 'viewer' = 'editor') => {
  const team = await server.install({ name: 'The team', zone: 'Pacific/Kiritimati' });
  const cookie = await server.admit(team.workspace, role);
  const own = await db
    .prepare(
      `SELECT workspace FROM member WHERE workspace <> ?1
         AND account = (SELECT account FROM session WHERE hash = ?2)`,
    )
    .bind(team.workspace, await hashSecret(/=([^.]*)/.exec(cookie)?.[1] ?? ''))
    .first<{ workspace: string }>();
  return {
    boss: { workspace: team.workspace, cookie: team.cookie },
    there: { workspace: team.workspace, cookie },
    here: { workspace: own?.workspace ?? '', cookie },
  };
};

const idIn = (html: string): string => /\/clip\/([\w-]+)"/.exec(html)?.[1] ?? '';

test('a copy is kept by whoever copies, on the days of that library, and says so', async () => {
  const { boss, there, here } = await settle();
  const write = sample(
    {
      published: {
        precision: 'instant',
        value: '2026-03-09T22:30:00Z',
        evidence: 'meta',
        zoneAssumed: false,
      },
    },
    { filing: { tags: ['mine'], collections: ['Mine alone'] } },
  );
  const kept = await keep(here, write);
  await ask(here, `highlights/${newId()}`, {
    version: 1,
    keep: kept.id,
    highlight: newId(),
    mark: {
      anchor: { quote: 'happened', before: '', after: '', start: 3, end: 11 },
      colour: 'pink',
      note: 'To myself',
    },
  });
  const asked = await send(here, [kept.clip], { here: `/w/${here.workspace}/clip/${kept.clip}` });
  expect(asked.html).toContain(t.into('The team'));
  expect(asked.html).toContain(write.article.title);
  const made = await send(here, [kept.clip], { to: there.workspace });
  expect(made.html).toContain(t.copied(1, 'The team'));
  const copy = idIn(made.html);
  expect(copy).not.toBe(kept.clip);
  const clip = await ask<Clip>(boss, `clips/${copy}`);
  const source = await ask<Clip>(here, `clips/${kept.clip}`);
  expect(clip).toMatchObject({
    title: source.title,
    blocks: source.blocks,
    spans: source.spans,
    dates: source.dates,
    tags: [],
    collections: [],
    // Half past ten in the evening in Greenwich, where Kiritimati has the day after.
    day: '2026-03-10',
    keptDay: '2026-03-10',
  });
  const { keeps } = await ask<ClipHistory>(boss, `clips/${copy}/history`);
  expect(keeps).toMatchObject([{ isCopy: true, at: '2026-03-10T08:00:00.000Z' }]);
  const page = await server.request(`/w/${there.workspace}/clip/${copy}`, { cookie: boss.cookie });
  const html = await page.text();
  expect(html).toContain(clipTexts('en').others.copied('somebody of the team'));
  // Where it came from is nobody else's to know.
  expect(html).not.toContain(here.workspace);
  expect(html).not.toContain('To myself');
  expect(html).not.toContain('Mine alone');
});

test('copied again, or kept there already, it is joined and nothing changes', async () => {
  const { boss, there, here } = await settle();
  const write = sample();
  const kept = await keep(here, write);
  const theirs = await keep(boss, write);
  const first = await send(here, [kept.clip], { to: there.workspace });
  expect(idIn(first.html)).toBe(theirs.clip);
  const after = await ask<ClipHistory>(boss, `clips/${theirs.clip}/history`);
  expect(after.keeps.map(({ isCopy }) => Number(isCopy)).sort()).toEqual([0, 1]);
  const again = await send(here, [kept.clip], { to: there.workspace });
  expect(idIn(again.html)).toBe(theirs.clip);
  expect(await ask<ClipHistory>(boss, `clips/${theirs.clip}/history`)).toEqual(after);
});

test('many are copied one a step, each step by a button, and what is gone meanwhile is told', async () => {
  const { boss, there, here } = await settle();
  const kept = [await keep(here), await keep(here), await keep(here)];
  const clips = [...kept.map(({ clip }) => clip), newId()];
  let { html } = await send(here, clips, { to: there.workspace });
  for (let steps = 0; html.includes('data-go-on') && steps < 10; steps += 1) {
    const fields = Array.from(
      html.matchAll(/name="(\w+)" value="([^"]*)"/g),
      ([, name = '', value = '']) => [name, value],
    );
    const rest = fields.filter(([name]) => name === 'clip').map(([, id = '']) => id);
    const more = Object.fromEntries(fields.filter(([name]) => name !== 'clip'));
    ({ html } = await send(here, rest, more));
  }
  expect(html).toContain(t.copied(3, 'The team'));
  expect(html).toContain(t.missing(1));
  const { clips: there3 } = await ask<{ clips: unknown[] }>(boss, 'clips');
  expect(there3).toHaveLength(3);
});

test('an address alone is copied as one', async () => {
  const { boss, there, here } = await settle();
  const link = sample({ blocks: [] }, { summary: { sentences: [], terms: [] } });
  const { clip } = await keep(here, link);
  const { html } = await send(here, [clip], { to: there.workspace });
  expect(await ask<Clip>(boss, `clips/${idIn(html)}`)).toMatchObject({
    filled: false,
    url: link.article.url,
  });
});

test('one copies from where one may read to where one may keep, and nowhere else', async () => {
  const { boss, there, here } = await settle('viewer');
  const kept = await keep(boss);
  // A viewer takes home what they may read.
  const home = await send(there, [kept.clip], { to: here.workspace });
  expect(home.html).toContain(t.copied(1, 'News'));
  const own = await keep(here);
  expect((await send(here, [own.clip], { to: there.workspace })).status).toBe(403);
  const stranger = await settle();
  const foreign = await send(here, [own.clip], { to: stranger.boss.workspace });
  const missing = await send(here, [own.clip], { to: 'nowhere' });
  expect([foreign.status, missing.status]).toEqual([404, 404]);
  expect(foreign.html).toBe(missing.html);
  const title = texts('en').pages.problems['not-found'].title;
  expect(foreign.html).toContain(title);
  // Another workspace's clip is one that is not there.
  const swapped = await send(stranger.here, [kept.clip], { to: stranger.there.workspace });
  expect(swapped.html).toContain(t.missing(1));
  expect(swapped.html).toContain(t.copied(0, 'The team'));
});

test('bad forms change nothing', async () => {
  const { there, here } = await settle();
  expect((await send(here, [])).to).toContain('told=nothing-chosen');
  const many = Array.from({ length: 201 }, () => newId());
  expect((await send(here, many)).to).toContain('told=too-many');
  expect((await send(here, ['x'], { to: there.workspace })).status).toBe(400);
  expect((await send(here, [newId()], { to: there.workspace, copied: '-1' })).status).toBe(400);
});

test('a step stays within the statements of a request, and costs the same in a larger library', async () => {
  const { there, here } = await settle();
  const cost = async () => {
    const kept = await keep(here);
    const meter = metered();
    let statements = 0;
    const counting = new Proxy(meter.db, {
      get: (target, name) =>
        name === 'batch'
          ? (all: D1PreparedStatement[]) => {
              statements += all.length;
              return target.batch(all);
            }
          : target.prepare.bind(target),
    });
    await send(here, [kept.clip], { to: there.workspace }, counting);
    return { statements, ...meter.rows };
  };
  const small = await cost();
  for (let made = 0; made < 30; made += 1) {
    // Of another year: what a clip is compared with is of its days.
    const published = { precision: 'day' as const, value: '2019-01-01', evidence: 'meta' as const };
    await keep(here, sample({ published }));
    await keep(there, sample({ published }));
  }
  const large = await cost();
  console.log(
    `a copy takes ${large.statements} statements, reads ${large.read}, writes ${large.written}`,
  );
  expect(large.statements).toBeLessThanOrEqual(50);
  expect(large.read).toBeLessThanOrEqual(small.read + 40);
});
