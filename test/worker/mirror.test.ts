// What an extension copies of a library: pages of cards, then what changes. Copied so, at any moment, it is the library.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { CardPage, Changes } from '../../shared/schema/mirror.ts';
import worker from '../../worker/index.ts';
import { importingTo, importItem } from './importing.ts';
import { byId, copyingFrom, type Me } from './copying.ts';
import { newId } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart } = importingTo(() => server);
const { read, keep, readAll, Copy } = copyingFrom(() => server);

const letGo = ({ workspace, token }: Me, id: string) =>
  server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'DELETE', token });

test('a card tells what the panel needs to know the page and to relate it', async () => {
  const me = await server.install();
  const { clip } = await keep(
    me,
    {
      title: 'Bão Yagi vào Quảng Ninh',
      canonicalUrl: 'https://paper.example/bao',
      url: 'https://paper.example/bao?from=home',
      section: ['Môi trường'],
      language: 'vi',
      blocks: [
        { kind: 'paragraph', standfirst: true, runs: [{ text: 'Bão mạnh cấp 14.' }] },
        { kind: 'paragraph', runs: [{ text: 'Gió giật.' }] },
      ],
    },
    { summary: { sentences: [{ block: 0, start: 0, end: 16 }], terms: ['Bão Yagi'] } },
  );
  const { cards } = await readAll(me);
  expect(cards).toEqual([
    {
      id: clip,
      place: 1,
      url: 'https://paper.example/bao?from=home',
      canonicalUrl: 'https://paper.example/bao',
      title: 'Bão Yagi vào Quảng Ninh',
      standfirst: 'Bão mạnh cấp 14.',
      site: 'Paper',
      language: 'vi',
      section: ['Môi trường'],
      category: '06000000',
      terms: ['Bão Yagi'],
      day: '2026-03-10',
      authors: ['Lan Nguyễn'],
      published: '2026-03-10T05:30:00Z',
      keptDay: '2026-03-10',
      filled: true,
      fingerprint: expect.any(String),
      story: null,
      keepers: [{ account: expect.any(String), day: '2026-03-10' }],
      tags: [],
      collections: [],
      state: 'to-read',
      starred: false,
    },
  ]);
});

test('an address alone stands on the day on which it was kept', async () => {
  const me = await server.install();
  await sendPart(me, newId(), [importItem('https://a.example/1', { title: 'One' })]);
  const { cards } = await readAll(me);
  expect(cards).toMatchObject([{ title: 'One', filled: false, day: '2026-03-10', terms: [] }]);
});

test('pages and the changes since the first of them make the library, whatever happens in between', async () => {
  const me = await server.install();
  for (let part = 0; part < 6; part += 1)
    await sendPart(
      me,
      newId(),
      Array.from({ length: 100 }, (_, n) => importItem(`https://a.example/${part}/${n}`)),
    );
  const kept = await Promise.all(Array.from({ length: 20 }, () => keep(me)));
  const first = await read<CardPage>(me, 'cards');
  expect(first.cards).toHaveLength(250);
  expect(first.next).toBe(first.cards.at(-1)?.place);

  await Promise.all(kept.slice(0, 10).map(({ id }) => letGo(me, id)));
  await keep(me);
  await server.request(`/api/w/${me.workspace}/edits/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: { version: 1, keep: kept.at(-1)?.id, correction: { title: 'Another title' } },
  });
  const copy = new Copy();
  copy.since = first.seq;
  for (const card of first.cards) copy.cards.set(card.id, card);
  for (let { next } = first; next !== null;) {
    const page = await read<CardPage>(me, `cards?before=${next}`);
    for (const card of page.cards) copy.cards.set(card.id, card);
    next = page.next;
  }
  await copy.follow(me);

  const now = await readAll(me);
  expect(now.seq).toBe(copy.since);
  expect(byId(copy.cards.values())).toEqual(byId(now.cards));
  expect(now.cards).toHaveLength(611);
  expect(await read<Changes>(me, `changes?since=${now.seq}`)).toEqual({
    cards: [],
    names: [],
    renamed: [],
    readings: [],
    deleted: [],
    sections: [],
    seq: now.seq,
    read: 0,
    epoch: first.epoch,
    zone: 'Asia/Ho_Chi_Minh',
    more: false,
  });
});

test('the changes alone make the library too, from the beginning on', async () => {
  const me = await server.install();
  for (let part = 0; part < 3; part += 1)
    await sendPart(
      me,
      newId(),
      Array.from({ length: 100 }, (_, n) => importItem(`https://b.example/${part}/${n}`)),
    );
  const { id } = await keep(me);
  await letGo(me, id);
  const copy = new Copy();
  await copy.follow(me);
  expect(byId(copy.cards.values())).toEqual(byId((await readAll(me)).cards));
});

test('a second keeper is told, and that they let go again', async () => {
  const me = await server.install();
  const { cookie, workspace } = { ...me, cookie: await server.admit(me.workspace, 'editor') };
  const { clip } = await keep(me, { canonicalUrl: 'https://paper.example/both' });
  const { seq } = await readAll(me);
  const theirs = await keep(
    { workspace, cookie },
    { canonicalUrl: 'https://paper.example/both', url: 'https://paper.example/both' },
  );
  const told = await read<Changes>(me, `changes?since=${seq}`);
  expect(told.cards).toMatchObject([{ id: clip, keepers: [{}, {}] }]);
  await server.request(`/api/w/${workspace}/keeps/${theirs.id}`, { method: 'DELETE', cookie });
  const after = await read<Changes>(me, `changes?since=${told.seq}`);
  expect(after).toMatchObject({ cards: [{ id: clip, keepers: [{}] }], deleted: [] });
});

test('what was said of a section comes with the first page and with the changes', async () => {
  const me = await server.install();
  const said = (category: '01000000' | null) => keep(me, { section: ['Thời sự'] }, { category });
  await said('01000000');
  const place = { site: 'paper.example', section: 'thời sự' };
  const first = await read<CardPage>(me, 'cards');
  expect(first.sections).toEqual([{ ...place, category: '01000000' }]);
  await said(null);
  const changes = await read<Changes>(me, `changes?since=${first.seq}`);
  expect(changes.sections).toEqual([{ ...place, category: null }]);
});

test('another workspace tells nothing, and a cursor that is none is refused', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(other);
  expect(await readAll(me)).toEqual({ cards: [], names: [], seq: 0, read: 0 });
  const foreign = await server.request(`/api/w/${other.workspace}/changes?since=0`, {
    token: me.token,
  });
  expect(foreign.status).toBe(404);
  for (const path of ['cards?before=x', 'changes?since=-1', 'changes?since=1e9', 'changes?since='])
    expect(
      (await server.request(`/api/w/${me.workspace}/${path}`, { token: me.token })).status,
      path,
    ).toBe(400);
});

test('clips from before there were profiles are given theirs, and a category, by the scheduled run', async () => {
  const me = await server.install();
  const blocks = [
    { kind: 'paragraph' as const, standfirst: true as const, runs: [{ text: 'Told at once.' }] },
  ];
  const summary = { sentences: [{ block: 0, start: 0, end: 13 }], terms: ['Told'] };
  const { clip } = await keep(me, { section: ['Thể thao'], blocks }, { summary });
  await db.batch([
    db.prepare('UPDATE clip SET category = NULL WHERE id = ?').bind(clip),
    db.prepare('DELETE FROM clip_profile'),
    db.prepare('DELETE FROM clip_search'),
    db.prepare(`UPDATE day_count SET category = '' WHERE workspace = ?`).bind(me.workspace),
    db
      .prepare(
        'INSERT INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE id = ?',
      )
      .bind(clip),
  ]);
  const before = await readAll(me);
  expect(before.cards).toMatchObject([{ standfirst: null, terms: [] }]);
  await worker.scheduled(createScheduledController(), env);
  const { cards } = await read<Changes>(me, `changes?since=${before.seq}`);
  expect(cards).toMatchObject([
    { id: clip, standfirst: 'Told at once.', terms: ['Told'], category: '15000000' },
  ]);
  const day = await read<{ groups: { category: string }[] }>(me, 'digests/2026-03-10');
  expect(day.groups.map(({ category }) => category)).toEqual(['15000000']);
  expect(
    (await db.prepare('SELECT * FROM day_count WHERE workspace = ?').bind(me.workspace).all())
      .results,
  ).toMatchObject([{ category: '15000000' }, { category: '15000000' }]);
});
