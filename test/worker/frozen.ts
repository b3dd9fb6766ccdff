// Keeping clips of certain days, freezing these days, and looking at what is frozen.
import type { Digest } from '../../shared/schema/digest.ts';
import { ask as askDatabase } from '../../worker/db/database.ts';
import { makeDigests } from '../../worker/db/digests.ts';
import { makeFreezing } from '../../worker/db/freezing.ts';
import { makeRelated } from '../../worker/db/related.ts';
import { makeSnapshots } from '../../worker/db/snapshots.ts';
import type { Where } from '../../worker/domain/composed-day.ts';
import { freezeDay } from '../../worker/domain/digests.ts';
import { freezeDue } from '../../worker/domain/freezing.ts';
import { sample } from './sample.ts';
import { db, type Server } from './server.ts';
import { trashingAt } from './trashing.ts';

export type Me = Awaited<ReturnType<Server['install']>>;

/** The longer the headline, the later it was published. */
export const of = (day: string, title: string) =>
  sample({
    title,
    published: {
      precision: 'local',
      value: `${day}T${String(title.length).padStart(2, '0')}:00`,
      evidence: 'meta',
    },
  });

export const titles = ({ groups }: Digest): string[] =>
  groups.flatMap(({ stories }) => stories.flatMap(({ clips }) => clips.map(({ title }) => title)));

/** What freezing reads, at an instant. */
export const reads = (now: string, database = db) => ({
  digests: makeDigests(database),
  related: makeRelated(database),
  snapshots: makeSnapshots(database),
  freezing: makeFreezing(database),
  ask: askDatabase,
  now: () => new Date(now),
});

/** Freezes a day, all but the writing, which comes when it is asked for: somebody else may be first. */
export const freezeSlowly = async (
  now: string,
  where: Where,
  day: string,
): Promise<() => Promise<number>> => {
  const { snapshots, ...others } = reads(now);
  const held: (() => Promise<number>)[] = [];
  const write: typeof snapshots.write = (...args) => {
    held.push(() => snapshots.write(...args));
    return Promise.resolve(0);
  };
  await freezeDay({ ...others, snapshots: { ...snapshots, write } }, where, day);
  const [late] = held;
  if (!late) throw new Error('nothing is to be written');
  return late;
};

/** What a scheduled run freezes at an instant. */
export const run = (now: string, database = db) => freezeDue(reads(now, database), 50);

/** Nothing is due any more: the libraries of the next test are its own. */
export const putOff = () => db.prepare(`UPDATE library SET freeze_due = '9999'`).run();

/** All that is frozen of a workspace, as it lies in the database. */
export const frozen = async ({ workspace }: Pick<Me, 'workspace'>) => {
  const all = (table: string) =>
    db.prepare(`SELECT * FROM ${table} WHERE workspace = ? ORDER BY 2, 3`).bind(workspace).all();
  return { days: (await all('digest')).results, pages: (await all('digest_page')).results };
};

export const frozenDays = async (me: Pick<Me, 'workspace'>): Promise<unknown[]> =>
  (await frozen(me)).days.map(({ day }) => day);

/** The steps against a server. */
export const freezingAt = (server: () => Server) => {
  const { ask, keep: keepAs } = trashingAt(server);
  return {
    ask,
    keepAs,
    keep: ({ workspace, token }: Me, day: string, title: string) =>
      keepAs({ workspace, token }, of(day, title)),
    digest: async ({ workspace, token }: Me, day: string, page = 1, database = db) => {
      const { body } = await ask<Digest>(
        { workspace, token, database },
        `digests/${day}?page=${page}`,
      );
      return body;
    },
  };
};
