// Libraries that live through the same in one zone and in another, and what there is to be seen of them.
import { expect } from 'vitest';
import type { ArticleDate } from '../../shared/schema/article.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
import { makeMoving } from '../../worker/db/moving.ts';
import { makeUnprofiled } from '../../worker/db/unprofiled.ts';
import { moveStep } from '../../worker/domain/moving.ts';
import { profileClips } from '../../worker/domain/profiles.ts';
import { addresses, FORMATS, KINDS, read } from './feed-reading.ts';
import type { Me } from './frozen.ts';
import { newId, sample } from './sample.ts';
import { db, ORIGIN, type Server } from './server.ts';
import { type Caller, trashingAt } from './trashing.ts';

export const BEGIN = '2026-03-06T00:00:00Z';

export const instant = (value: string): ArticleDate => ({
  precision: 'instant',
  value,
  evidence: 'meta',
  zoneAssumed: false,
});
const written = (value: string): ArticleDate =>
  value.length > 10
    ? { precision: 'local', value, evidence: 'meta' }
    : { precision: 'day', value, evidence: 'meta' };

const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });

/** Hours of the days around the 8th of March, on which clocks in New York go forward. */
const HOURS = Array.from({ length: 16 }, (_, index) =>
  new Date(Date.parse('2026-03-07T03:30:00Z') + index * 5 * 3_600_000).toISOString(),
);
export const DATES: readonly (ArticleDate | null)[] = [
  ...HOURS.map(instant),
  instant('2026-03-08T23:59:59+14:00'),
  written('2026-03-08'),
  written('2026-03-07T23:30'),
  null,
  // Ahead everywhere, and somewhere only.
  written('2027-01-01'),
  instant('2027-01-01T00:00:00Z'),
  written('2026-03-11'),
  written('2026-03-12T00:10'),
];

/** The steps against a server. */
export const zonesAt = (server: () => Server) => {
  const at = trashingAt(server);
  const { ask } = at;

  let clock = Date.parse(BEGIN);
  /** Lets time go on, and answers the instant. */
  const wait = (hours = 0.01): string => {
    clock += hours * 3_600_000;
    server().setClock(new Date(clock).toISOString());
    return new Date(clock).toISOString();
  };
  const restart = (): void => {
    clock = Date.parse(BEGIN);
    wait(0);
  };

  const keep = async (
    me: Caller,
    url: string,
    article: Parameters<typeof sample>[0] = {},
  ): Promise<{ id: string; clip: string; day: string }> => {
    // Of words of its own: what stories there are depends on which came first.
    const words = Array.from(
      url,
      (letter, index) => `${letter.codePointAt(0)}x${index}${url.length}`,
    );
    const blocks = [paragraph(`It is ${words.join(' ')}.`)];
    const write = sample(
      { canonicalUrl: `https://${url}`, title: words.join(' '), blocks, ...article },
      { capturedAt: wait(), filing: { tags: [], collections: ['Files'] } },
    );
    return at.keep(
      me,
      article.blocks?.length === 0 ? { ...write, summary: { sentences: [], terms: [] } } : write,
    );
  };

  const correct = (me: Caller, of: string, published: ArticleDate | null) => {
    wait();
    return ask(me, `edits/${newId()}`, 'PUT', { version: 1, keep: of, correction: { published } });
  };

  /** A library of all kinds of dates, with a second person in it. */
  const live = async (zone: string, dates = DATES) => {
    restart();
    const me = await server().install({ zone });
    const you = { workspace: me.workspace, cookie: await server().admit(me.workspace, 'editor') };
    wait(80);
    for (const [index, published] of dates.entries()) {
      await keep(me, `paper.example/${index}`, { published });
      wait(1.3);
    }
    // Kept by both, of which one lets it go again.
    const shared = await keep(me, 'both.example/1');
    wait(9);
    await keep(you, 'both.example/1');
    await ask(me, `keeps/${shared.id}`, 'DELETE');
    await keep(me, 'both.example/2');
    wait(9);
    await keep(you, 'both.example/2');
    // An address alone, one that is filled in later, and an import.
    await keep(me, 'address.example/1', { blocks: [] });
    await keep(me, 'address.example/2', { blocks: [] });
    wait(7);
    await keep(me, 'address.example/2', { published: null });
    await ask(me, `imports/${newId()}/parts/0`, 'PUT', {
      version: 1,
      name: 'File',
      items: [
        {
          url: 'https://import.example/',
          title: 'Imported',
          addedAt: '2020-02-29T23:30:00Z',
          folder: [],
          tags: [],
        },
      ],
    });
    // Set right, to a date that lay ahead when that was done, and to none.
    const ahead = await keep(me, 'set.example/1');
    await correct(me, ahead.id, written('2026-03-13'));
    const none = await keep(me, 'set.example/2');
    await correct(me, none.id, null);
    const gone = await keep(me, 'trash.example/1', { published: instant('2026-03-08T12:00:00Z') });
    const back = await keep(me, 'trash.example/2', { published: instant('2026-03-08T23:00:00Z') });
    await ask(me, `clips/${gone.clip}`, 'DELETE');
    await ask(me, `clips/${back.clip}`, 'DELETE');
    return { ...me, you, none: none.id, gone: gone.clip, back: back.clip };
  };

  /** Changes the zone without a step. */
  const change = (me: Pick<Caller, 'workspace' | 'database'>, zone: string) =>
    makeMoving(me.database ?? db).change(me.workspace, zone, new Date(clock).toISOString());

  const step = (me: Pick<Caller, 'workspace' | 'database'>, count?: number) =>
    moveStep(
      { moving: makeMoving(me.database ?? db), now: () => new Date(clock) },
      me.workspace,
      count,
    );

  const finish = async (me: Pick<Caller, 'workspace'>, count?: number): Promise<number> => {
    let steps = 1;
    while ((await step(me, count)) !== null) steps += 1;
    return steps;
  };

  /** As the owner's own page does it: no token may. */
  const put = ({ workspace, cookie, database }: Caller, zone: string) => {
    const owner = { workspace, ...(cookie && { cookie }), ...(database && { database }) };
    return ask<ZoneState>(owner, 'zone', 'PUT', { zone });
  };

  return { ...at, wait, restart, keep, correct, live, step, change, finish, put };
};

const all = async <T>(sql: string, workspace: string): Promise<T[]> =>
  (await db.prepare(sql).bind(workspace).all<T>()).results;

/** Where everything stands, by address. */
export const standing = async ({ workspace }: Pick<Me, 'workspace'>) => ({
  clips: await all<{ canonical_url: string; day: string }>(
    `SELECT canonical_url, day, kept_day, kept_at, dated_at FROM clip WHERE workspace = ? ORDER BY canonical_url`,
    workspace,
  ),
  keeps: await all(
    `SELECT canonical_url, keep.kept_at, keep.kept_day FROM keep JOIN clip ON clip.rid = keep.clip
     WHERE keep.workspace = ? ORDER BY canonical_url, keep.kept_at`,
    workspace,
  ),
  collection: await all(
    `SELECT canonical_url, link.day FROM clip_collection AS link CROSS JOIN clip ON clip.rid = link.clip
     WHERE link.workspace = ? ORDER BY canonical_url`,
    workspace,
  ),
  counts: await all(
    `SELECT axis, day, category, clips FROM day_count WHERE workspace = ? ORDER BY axis, day, category`,
    workspace,
  ),
});

/** Counts that are not those of the clips; none in a library that is whole. */
export const miscounts = ({ workspace }: Pick<Me, 'workspace'>) =>
  all(
    `WITH own AS (SELECT * FROM clip WHERE workspace = ?1 AND filled_seq IS NOT NULL),
       found AS (
         SELECT 'published' AS axis, day, coalesce(category, '') AS category, count(*) AS clips FROM own GROUP BY 2, 3
         UNION ALL SELECT 'kept', kept_day, coalesce(category, ''), count(*) FROM own GROUP BY 2, 3
         UNION ALL SELECT 'collection', own.day, '', count(*) FROM clip_collection AS link
           CROSS JOIN own ON own.rid = link.clip WHERE link.workspace = ?1 GROUP BY 2),
       stored AS (
         SELECT axis, day, category, clips FROM day_count WHERE workspace = ?1
         UNION ALL SELECT 'collection', day, '', clips FROM collection_day WHERE workspace = ?1 AND clips > 0)
     SELECT * FROM (SELECT * FROM found EXCEPT SELECT * FROM stored)
     UNION ALL SELECT * FROM (SELECT * FROM stored EXCEPT SELECT * FROM found)`,
    workspace,
  );

/** All that a library shows of its days, without what is another in each library and after each change. */
export const shown = async (server: Server, me: Me): Promise<string[]> => {
  await profileClips(makeUnprofiled(db), new Date(BEGIN), 1_000);
  const { workspace, cookie } = me;
  const texts: string[] = [];
  const open = async (path: string, of: string): Promise<void> => {
    const answer = await server.request(path, { cookie });
    expect(answer.status, path).toBe(200);
    texts.push(`${of}\n${await answer.text()}`);
  };
  const { counts } = await standing(me);
  const days = new Set(counts.map((row) => JSON.parse(JSON.stringify(row)).day as string));
  for (const day of [...days].toSorted()) {
    await open(`/api/w/${workspace}/digests/${day}`, day);
    for (const by of ['published', 'kept']) await open(`/w/${workspace}/day/${day}?by=${by}`, day);
    await open(`/api/w/${workspace}/search?q=${encodeURIComponent(`on:${day}`)}&sort=kept`, day);
  }
  for (const by of ['published', 'kept']) {
    await open(`/w/${workspace}/week/2026-W11?by=${by}`, by);
    await open(`/w/${workspace}/month/2026-03?by=${by}`, by);
  }
  await open(`/api/w/${workspace}/digests?from=2026-01-01&to=2026-12-31`, 'range');
  await open(`/api/w/${workspace}/cards`, 'cards');
  await open(`/w/${workspace}/library`, 'library');
  const feeds = await addresses(server, me);
  for (const kind of KINDS)
    for (const format of FORMATS) texts.push(await read(server, feeds[kind][format]));
  const ids = new Map<string, number>();
  return texts.map((text) =>
    text
      .replaceAll(ORIGIN, '')
      .replaceAll(workspace, 'workspace')
      .replace(/feed\/[\w-]+/g, 'feed')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
        ids.set(id, ids.get(id) ?? ids.size);
        return String(ids.get(id));
      })
      .replace(/"(revision|updated|seq|date_modified|epoch|read)":"?[^,"}]*"?/g, '"$1"')
      .replace(/<(updated|pubDate|lastBuildDate|atom:updated)>[^<]*/g, '<$1>')
      // Told of what did not lie ahead at the clip's last change, and these clips do at their first.
      .replace(/\s*<published>[^<]*<\/published>/g, '')
      .replace(/"date_published":"[^"]*",/g, '')
      // In a month a day has the headline of the clip that changed last.
      .replace(/<span class="first"[^<]*/g, '<span class="first"')
      .replace(/name="seq" value="\d+"/g, ''),
  );
};
