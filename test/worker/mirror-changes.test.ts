// What changes of a library reaches the copy of an extension: names, what one does with clips, and all else at once.
import { beforeAll, expect, test } from 'vitest';
import type { Changes } from '../../shared/schema/mirror.ts';
import type { Noun } from '../../shared/schema/named.ts';
import { copyingFrom, type Me } from './copying.ts';
import { importingTo, importItem } from './importing.ts';
import { newId } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart } = importingTo(() => server);
const { read, keep, readAll, Copy } = copyingFrom(() => server);

/** Names as they are written, without their ids. */
const written = (named: readonly (readonly (string | undefined)[])[] = []) =>
  named.map(([, name]) => name).toSorted();

/** What a person and a second one do in a library, one write after the other. */
const doing = (me: Me, other: { workspace: string; cookie: string }) => {
  const json = (who: Partial<Me>, method: string, path: string, body: unknown) =>
    server.request(`/api/w/${me.workspace}/${path}`, {
      method,
      ...(who.token ? { token: who.token } : { cookie: who.cookie ?? '' }),
      json: body,
    });
  const page = (path: string, form: Record<string, string>) =>
    server.request(`/w/${me.workspace}/${path}`, { method: 'POST', cookie: me.cookie, form });
  const name = (noun: Noun, of: string, form: Record<string, string>) =>
    page(`${noun}/${encodeURIComponent(of)}`, form);
  return {
    readOne: (who: Partial<Me>, clip: string, body: unknown) =>
      json(who, 'PUT', `clips/${clip}/reading`, body),
    file: (clips: string[], add: object, remove: object) =>
      json(me, 'POST', 'clips/many', {
        clips,
        act: 'file',
        change: {
          add: { tags: [], collections: [], ...add },
          remove: { tags: [], collections: [], ...remove },
        },
      }),
    edit: (of: string, title: string) =>
      json(me, 'PUT', `edits/${newId()}`, { version: 1, keep: of, correction: { title } }),
    rename: (noun: Noun, of: string, to: string) => name(noun, of, { do: 'rename', name: to }),
    merge: (noun: Noun, of: string, into: string) => name(noun, of, { do: 'merge', into }),
    drop: (noun: Noun, of: string) => name(noun, of, { do: 'delete' }),
    remove: (clip: string) =>
      server.request(`/api/w/${me.workspace}/clips/${clip}`, { method: 'DELETE', token: me.token }),
    restore: (clip: string) =>
      server.request(`/api/w/${me.workspace}/trash/${clip}/restore`, {
        method: 'POST',
        token: me.token,
      }),
    theirs: (url: string) => keep(other, { canonicalUrl: url, url }),
  };
};

test('after 500 changes of every kind and 100 deletions the copy is what the server answers', async () => {
  const me = await server.install();
  const other = { workspace: me.workspace, cookie: await server.admit(me.workspace, 'editor') };
  const { readOne, file, edit, rename, merge, drop, remove, restore, theirs } = doing(me, other);
  for (let part = 0; part < 4; part += 1)
    await sendPart(
      me,
      newId(),
      Array.from({ length: 100 }, (_, n) =>
        importItem(`https://c.example/${part}/${n}`, { tags: [`T${n % 7}`] }),
      ),
    );
  const copy = await Copy.anew(me);
  const clips = [...copy.cards.keys()];
  const clip = (n: number) => clips[(n * 37) % clips.length] ?? '';
  let changes = 0;
  const expectDone = async (answer: Promise<{ status: number }>) => {
    changes += 1;
    expect((await answer).status, `change ${changes}`).toBeLessThan(400);
  };
  for (let n = 0; n < 62; n += 1) {
    const { id } = await keep(me, { canonicalUrl: `https://paper.example/own-${n}` });
    await expectDone(edit(id, `Title ${n}`));
    await expectDone(readOne(me, clip(n), { state: 'done', starred: n % 2 === 0 }));
    // What another does with it is not this one's.
    await expectDone(readOne(other, clip(n + 1), { starred: true }));
    await expectDone(file([clip(n), clip(n + 3)], { tags: [`Own ${n % 9}`] }, { tags: ['T1'] }));
    await expectDone(file([clip(n + 2)], { collections: [`C${n % 4}`, 'All'] }, {}));
    await expectDone(readOne(me, clip(n + 5), { starred: true }));
    await theirs(`https://c.example/0/${n}`);
    changes += 2;
    if (n % 20 === 7) await copy.follow(me);
  }
  await expectDone(rename('tag', 'T2', 'Bão'));
  await expectDone(rename('collection', 'All', 'Tất cả'));
  await expectDone(merge('tag', 'T3', 'T4'));
  await expectDone(merge('tag', 'T4', 'Own 1'));
  await expectDone(merge('collection', 'C1', 'C2'));
  await expectDone(drop('tag', 'T5'));
  await expectDone(drop('collection', 'C3'));
  // A name that was put together with another one comes back with a clip from the trash.
  const tagged = clips.find((id) =>
    copy.shown().some(({ card, tags }) => card.id === id && tags.some(([, name]) => name === 'T6')),
  );
  await remove(tagged ?? '');
  await expectDone(merge('tag', 'T6', 'T0'));
  await expectDone(restore(tagged ?? ''));
  for (const one of clips.slice(200, 300)) await expectDone(remove(one));
  expect(changes).toBeGreaterThan(600);
  await copy.follow(me);

  const now = await Copy.anew(me);
  expect(copy.shown()).toEqual(now.shown());
  expect(now.cards.size).toBe(400 + 62 - 100);
  expect({ since: copy.since, read: copy.read }).toEqual({ since: now.since, read: now.read });
  // And what the pages themselves list.
  const list = await read<{ clips: { id: string; tags: string[]; collections: string[] }[] }>(
    me,
    'clips',
  );
  const shown = new Map(now.shown().map((one) => [one.card.id, one]));
  for (const { id, tags, collections } of list.clips) {
    expect(written(shown.get(id)?.tags)).toEqual(tags.toSorted());
    expect(written(shown.get(id)?.collections)).toEqual(collections.toSorted());
  }
}, 60_000);

test('a change of a name is one row of an answer, however many clips have it', async () => {
  const me = await server.install();
  for (let part = 0; part < 3; part += 1)
    await sendPart(
      me,
      newId(),
      Array.from({ length: 100 }, (_, n) =>
        importItem(`https://d.example/${part}/${n}`, { tags: ['Sea'] }),
      ),
    );
  const copy = await Copy.anew(me);
  const { merge, rename, readOne } = doing(me, { workspace: me.workspace, cookie: '' });
  await keep(me, {}, { filing: { tags: ['Lake'], collections: [] } });
  await copy.follow(me);
  const asked = async () => {
    const { db: database, rows } = metered();
    const answer = await server.request(
      `/api/w/${me.workspace}/changes?since=${copy.since}&read=${copy.read}`,
      { token: me.token, database },
    );
    return { changes: await answer.json<Changes>(), read: rows.read };
  };
  const nothing = await asked();
  await rename('tag', 'Sea', 'Biển');
  const renamedOnly = await asked();
  expect(renamedOnly.changes).toMatchObject({ cards: [], renamed: [{ name: 'Biển' }] });
  expect(renamedOnly.read).toBeLessThan(nothing.read + 4);
  await merge('tag', 'Biển', 'Lake');
  const merged = await asked();
  expect(merged.changes.cards).toEqual([]);
  expect(merged.changes.renamed).toHaveLength(2);
  expect(merged.read).toBeLessThan(nothing.read + 5);
  await copy.follow(me);
  expect(copy.shown()).toEqual((await Copy.anew(me)).shown());

  await readOne(me, [...copy.cards.keys()][0] ?? '', { place: 3 });
  expect((await asked()).changes.readings).toEqual([]);
  await readOne(me, [...copy.cards.keys()][0] ?? '', { starred: true });
  const starred = await asked();
  expect(starred.changes).toMatchObject({ cards: [], readings: [{ starred: true }] });
  expect(starred.read).toBeLessThan(nothing.read + 6);
});

test('a page of cards reads as many rows in a larger library', async () => {
  const me = await server.install();
  const kept = (n: number) =>
    keep(me, {}, { filing: { tags: ['Sea', `T${n}`], collections: ['All'] } });
  await Promise.all(Array.from({ length: 5 }, (_, n) => kept(n)));
  const asked = async (path: string) => {
    const { db: database, rows } = metered();
    await server.request(`/api/w/${me.workspace}/${path}`, { token: me.token, database });
    return rows.read;
  };
  const { cards, seq } = await readAll(me);
  const few = await asked(`cards?before=${(cards[0]?.place ?? 0) + 1}`);
  await Promise.all(Array.from({ length: 30 }, (_, n) => kept(n)));
  expect(await asked(`cards?before=${(cards[0]?.place ?? 0) + 1}`)).toBeLessThan(few + 4);
  expect(await asked(`changes?since=${seq}`)).toBeLessThan(7 * few + 20);
});
