// A zone that is changed: all that is there moves to the days that it would stand on had it always been there.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Server, startServer } from './server.ts';
import { BEGIN, instant, miscounts, shown, standing, zonesAt } from './zones.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer(BEGIN);
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** In lines, so that a difference can be read. */
const split = (text: string): string[] => text.split(/(?<=>)(?=<)|(?<=,)(?=")/);

const { ask, change, finish, keep, live, put, restart, trashOf, wait } = zonesAt(() => server);

test.each([
  ['UTC', 'Pacific/Kiritimati'],
  ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ['Pacific/Pago_Pago', 'America/New_York'],
  ['America/New_York', 'Asia/Ho_Chi_Minh'],
])(
  'a library that goes from %s to %s shows what one shows that was always there',
  async (from, to) => {
    const there = await live(to);
    await ask(there, `trash/${there.back}/restore`, 'POST');
    const expected = { standing: await standing(there), shown: await shown(server, there) };

    const me = await live(from);
    expect(await standing(me)).not.toEqual(expected.standing);
    await change(me, to);
    await finish(me, 7);
    const listed = (await trashOf(me)).clips.find(({ id }) => id === me.back);
    await ask(me, `trash/${me.back}/restore`, 'POST');
    expect(await standing(me)).toEqual(expected.standing);
    const back = (await standing(me)).clips.find((clip) => clip.canonical_url.includes('trash'));
    expect(listed?.day).toBe(back?.day);
    expect(await miscounts(me)).toEqual([]);
    const seen = await shown(server, me);
    for (const [index, text] of seen.entries())
      expect(split(text)).toEqual(split(expected.shown[index] ?? ''));
    expect(seen.length).toBe(expected.shown.length);

    // And back again.
    const before = await live(from);
    await change(me, from);
    await finish(me, 50);
    await ask(before, `trash/${before.back}/restore`, 'POST');
    expect(await standing(me)).toEqual(await standing(before));
    wait();
    expect((await put(me, from)).body).toEqual({ zone: from, moving: null });
  },
);

test('while days move, nothing is said to have lain ahead because it has not moved yet', async () => {
  restart();
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'paper.example/early', { published: instant('2026-03-01T03:00:00Z') });
  await keep(me, 'paper.example/ahead', { published: instant('2027-01-01T12:00:00Z') });
  const facts = async (day: string): Promise<string> =>
    (await server.request(`/w/${me.workspace}/day/${day}`, { cookie: me.cookie })).text();
  const ahead = 'dated 1 Jan 2027, which lay ahead';
  expect(await facts('2026-03-06')).toContain(ahead);
  await change(me, 'America/New_York');
  const moving = await facts('2026-03-01');
  expect(moving).toContain('<span>28 Feb 2026, 22:00</span>');
  expect(moving).not.toContain('lay ahead');
  await finish(me);
  expect(await facts('2026-02-28')).toContain('<span>22:00</span>');
  expect(await facts('2026-03-05')).toContain(ahead);
});
