// What runs in the browser: the production mirror over its real database, beside libraries that are objects.
import * as v from 'valibot';
import type { Answer } from '../../extension/lib/api.ts';
import { openDatabase } from '../../extension/lib/database.ts';
import { findCards, openMirror, wipeMirror } from '../../extension/lib/mirror.ts';
import { type MirrorWays, syncMirror, type Why } from '../../extension/lib/mirror-sync.ts';
import { destinationOf } from '../../extension/lib/operation.ts';
import type { Connection } from '../../extension/lib/storage.ts';
import { type CardPage, type Changes, MIRRORED, MirrorCard } from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { uuidV7 } from '../../shared/schema/uuid.ts';

export const connectionTo = (workspace: string, account = 'a'): Connection => ({
  server: 'https://home.example',
  account,
  token: 'T'.repeat(43),
  workspaces: [],
  workspace,
  paused: false,
});

/** Clips that come, change and go, each change under the next number. */
export class Library {
  readonly cards = new Map<string, MirrorCard>();
  readonly log: { seq: number; id: string }[] = [];
  made = 0;
  /** What was said of sections of sites. */
  sections: SectionCategory[] = [];
  readonly name: string;
  readonly portion: number;

  constructor(name: string, portion: number) {
    this.name = name;
    this.portion = portion;
  }

  get seq(): number {
    return this.log.at(-1)?.seq ?? 0;
  }

  write(card: MirrorCard): void {
    this.cards.set(card.id, card);
    this.note(card.id);
  }

  keep(count: number): void {
    for (let kept = 0; kept < count; kept += 1) {
      this.made += 1;
      const url = `https://${this.name}.example/story-${this.made}`;
      this.write({
        id: uuidV7(this.made, new Uint8Array(10)),
        url,
        canonicalUrl: url,
        title: `Story ${this.made} of ${this.name}`,
        standfirst: null,
        site: this.name,
        language: 'en',
        section: ['News'],
        category: null,
        terms: ['one', 'two'],
        day: '2022-12-27',
        filled: true,
        story: null,
        keepers: [{ account: 'a', day: '2022-12-28' }],
      });
    }
  }

  /** Changes every `nth` clip. */
  edit(nth: number): void {
    for (const [at, card] of [...this.cards.values()].entries())
      if (at % nth === 0) this.write({ ...card, title: `${card.title}, again` });
  }

  delete(count: number): void {
    const ids = [...this.cards.keys()];
    for (let at = 0; at < count; at += 1) {
      const id = ids[Math.floor((at * ids.length) / count)];
      if (id !== undefined && this.cards.delete(id)) this.note(id);
    }
  }

  newest(): MirrorCard[] {
    return [...this.cards.values()].toReversed();
  }

  page(before: string | null): CardPage {
    const older = this.newest().filter(({ id }) => before === null || id < before);
    const cards = older.slice(0, this.portion);
    const next = older.length > cards.length ? (cards.at(-1)?.id ?? null) : null;
    return { cards, next, sections: before === null ? this.sections : [], seq: this.seq };
  }

  changes(since: number): Changes {
    const last = new Map<string, number>();
    for (const { seq, id } of this.log) last.set(id, seq);
    const all = [...last]
      .filter(([, seq]) => seq > since)
      .sort(([, one], [, other]) => one - other);
    const told = all.slice(0, this.portion);
    return {
      cards: told.flatMap(([id]) => this.cards.get(id) ?? []),
      deleted: told.flatMap(([id]) => (this.cards.has(id) ? [] : [id])),
      sections: [],
      seq: told.at(-1)?.[1] ?? this.seq,
      more: all.length > told.length,
    };
  }

  answer(path: string): CardPage | Changes {
    const { pathname, searchParams } = new URL(path, 'https://home.example');
    return pathname === '/cards'
      ? this.page(searchParams.get('before'))
      : this.changes(Number(searchParams.get('since')));
  }

  private note(id: string): void {
    this.log.push({ seq: this.seq + 1, id });
  }
}

/** What comes in place of an answer; `killed`: the worker ends while it waits for one. */
export type Fault = 'unreachable' | 'busy' | 'portal' | 'refused' | 'killed';

const FAULTS = {
  unreachable: { kind: 'unreachable' },
  busy: { kind: 'refused', status: 503, code: 'busy', retryAfter: 5 },
  portal: { kind: 'foreign', status: 200, retryAfter: null },
  refused: { kind: 'refused', status: 401, code: 'sign-in', retryAfter: null },
} as const;

/** A browser, the libraries that it could be connected with, and what happens on the way between them. */
export class World {
  connection: Connection | null = connectionTo('home');
  now = 0;
  readonly asked: string[] = [];
  /** What the libraries said of sections of sites. */
  readonly told: SectionCategory[] = [];
  readonly libraries = new Map<string, Library>();
  /** Happens while an answer is on its way; what it names comes in place of that. */
  onTheWay: (nth: number) => Promise<Fault | null> = () => Promise.resolve(null);

  readonly ways: MirrorWays = {
    connection: () => Promise.resolve(this.connection),
    ask: async <T>(
      { workspace }: Connection,
      path: string,
      Schema: v.GenericSchema<unknown, T>,
    ): Promise<Answer<T>> => {
      this.asked.push(path);
      const library = this.libraries.get(workspace);
      const answer = library && v.parse(Schema, library.answer(path));
      const fault = await this.onTheWay(this.asked.length);
      if (fault === 'killed') throw new Error('killed');
      if (fault) return FAULTS[fault];
      return answer === undefined
        ? { kind: 'refused', status: 404, code: 'not-found', retryAfter: null }
        : { kind: 'ok', value: answer };
    },
    told: async (said) => void this.told.push(...said),
    refused: async () => {
      if (this.connection) this.connection = { ...this.connection, paused: true };
    },
    now: () => this.now,
    random: () => 0.5,
  };

  library(name: string, portion: number): Library {
    const library = new Library(name, portion);
    this.libraries.set(name, library);
    return library;
  }

  /** A worker that lives as long as nothing kills it. */
  sync(why: Why): Promise<void> {
    return syncMirror(why, this.ways).catch(() => undefined);
  }

  /** The person connects to another workspace or account, or to none. */
  async connect(connection: Connection | null): Promise<void> {
    this.connection = connection;
    if (connection) await openMirror(destinationOf(connection));
    else await wipeMirror();
  }
}

/** Every card that lies in the database, whosever it is. */
export const copied = async (): Promise<MirrorCard[]> =>
  (await (await openDatabase()).getAll('cards')).map((card) => v.parse(MirrorCard, card));

const sameAs = async (library: Library): Promise<boolean> =>
  JSON.stringify((await copied()).toReversed()) ===
  JSON.stringify(library.newest().slice(0, MIRRORED));

const freshHome = async (portion = 10): Promise<{ world: World; home: Library }> => {
  await wipeMirror();
  const world = new World();
  return { world, home: world.library('home', portion) };
};

/**
 * A library of 27 clips is copied over some minutes, in which clips come, change and go at every step, and the answer to
 * one step does not come. Answers whether the copy is the same in the end, and how often was asked.
 */
export const interrupted = async (
  nth: number,
  fault: Fault,
): Promise<{ isSame: boolean; asked: number }> => {
  const { world, home } = await freshHome();
  home.keep(27);
  let isBusy = true;
  world.onTheWay = async (asked) => {
    if (isBusy) {
      home.keep(2);
      home.edit(9);
      home.delete(1);
    }
    return asked === nth ? fault : null;
  };
  const syncIn = async (minutes: number): Promise<void> => {
    world.now += minutes * 60_000;
    await world.sync('time');
    // The person pairs again.
    if (world.connection?.paused) world.connection = connectionTo('home');
  };
  for (let minute = 0; minute < 3; minute += 1) await syncIn(1);
  isBusy = false;
  for (let quarter = 0; quarter < 3; quarter += 1) await syncIn(15);
  return { isSame: await sameAs(home), asked: world.asked.length };
};

/** 500 changes and 100 deletions in a library that is copied already. */
export const changed = async (): Promise<{ isSame: boolean; asked: number }> => {
  const { world, home } = await freshHome(250);
  home.keep(1_100);
  await world.sync('time');
  const before = world.asked.length;
  home.delete(100);
  home.edit(2);
  await world.sync('sent');
  return { isSame: await sameAs(home), asked: world.asked.length - before };
};

/** Clips beyond the newest that are copied, at first and after more have come. */
export const surplus = async (): Promise<{ first: boolean; later: boolean; asked: number }> => {
  const { world, home } = await freshHome(250);
  home.keep(MIRRORED + 300);
  await world.sync('time');
  const asked = world.asked.length;
  const first = await sameAs(home);
  home.keep(40);
  home.delete(1);
  home.keep(1);
  await world.sync('sent');
  return { first, later: await sameAs(home), asked };
};

/** The person connects elsewhere while the `nth` answer is on its way: what lies in the database once it has come. */
export const left = async (
  nth: number,
  to: Connection | null,
): Promise<{ sites: (string | null)[]; found: number }> => {
  const { world, home } = await freshHome();
  home.keep(25);
  world.library('desk', 10).keep(5);
  world.onTheWay = async (asked) => {
    if (asked === nth) await world.connect(to);
    return null;
  };
  await world.sync('time');
  const { url } = home.newest()[0] ?? { url: '' };
  const found = await findCards(destinationOf(connectionTo('home')), { url, canonicalUrl: url });
  return { sites: [...new Set((await copied()).map(({ site }) => site))], found: found.length };
};

/** The person disconnects and connects to the same library again while the `nth` answer is on its way. */
export const leftAndBack = async (nth: number): Promise<boolean> => {
  const { world, home } = await freshHome();
  home.keep(25);
  world.onTheWay = async (asked) => {
    if (asked === nth) {
      await world.connect(null);
      home.delete(3);
      await world.connect(connectionTo('home'));
    }
    return null;
  };
  await world.sync('time');
  return sameAs(home);
};

/** What this browser kept of two clips, once one of them is gone from the library: their addresses. */
export const deletedThere = async (): Promise<string[]> => {
  const { world, home } = await freshHome();
  home.keep(2);
  await world.sync('time');
  const db = await openDatabase();
  const destination = destinationOf(connectionTo('home'));
  for (const { id, url, day } of home.newest())
    await db.put('kept', {
      ...destination,
      url,
      keep: id,
      clip: id,
      day,
      at: 0,
      isLink: false,
      filing: null,
    });
  home.delete(1);
  await world.sync('sent');
  return (await db.getAll('kept')).map(({ url }) => url);
};

/** What was asked after each of these. */
export const asking = async (acts: readonly [minutes: number, why: Why][]): Promise<number[]> => {
  const { world, home } = await freshHome();
  home.keep(3);
  const counts: number[] = [];
  for (const [minutes, why] of acts) {
    world.now += minutes * 60_000;
    const before = world.asked.length;
    await world.sync(why);
    counts.push(world.asked.length - before);
  }
  return counts;
};

/** The library refuses itself, or is another than the one that was copied: how many cards are there then, and at the end. */
export const lost = async (how: 'missing' | 'restored'): Promise<[then: number, end: boolean]> => {
  const { world, home } = await freshHome();
  home.keep(25);
  await world.sync('time');
  const restored = world.library('home', 10);
  restored.keep(4);
  if (how === 'missing') world.libraries.delete('home');
  await world.sync('sent');
  const then = (await copied()).length;
  world.libraries.set('home', restored);
  world.now += 60_000;
  await world.sync('time');
  return [then, await sameAs(restored)];
};

/** What is heard of the sections of sites, the answer to the first page coming only at the second time. */
export const sectionsTold = async (): Promise<readonly SectionCategory[]> => {
  const { world, home } = await freshHome();
  home.keep(15);
  home.sections = [{ site: 'home.example', section: 'news', category: '11000000' }];
  world.onTheWay = async (asked) => (asked === 1 ? 'killed' : null);
  await world.sync('time');
  await world.sync('time');
  return world.told;
};

/** How many cards a page is known by. */
export const known = async (url: string): Promise<number> => {
  const { world, home } = await freshHome();
  home.keep(3);
  await world.sync('time');
  return (await findCards(destinationOf(connectionTo('home')), { url, canonicalUrl: url })).length;
};
