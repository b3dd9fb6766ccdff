// The production mirror over its real database in a browser, beside libraries that are objects.
import * as v from 'valibot';
import type { Answer } from '../../extension/lib/api.ts';
import { openDatabase, type StoredCard } from '../../extension/lib/database.ts';
import { describe } from '../../extension/lib/mirror-change.ts';
import { openMirror, wipeMirror } from '../../extension/lib/mirror.ts';
import { type MirrorWays, syncMirror, type Why } from '../../extension/lib/mirror-sync.ts';
import { destinationOf } from '../../extension/lib/operation.ts';
import type { Connection } from '../../extension/lib/storage.ts';
import {
  type CardPage,
  type Changes,
  MIRRORED,
  type MirrorCard,
  type NameChange,
  type NamedId,
} from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { uuidV7 } from '../../shared/schema/uuid.ts';

export const connectionTo = (workspace: string, account = 'a'): Connection => ({
  server: 'https://home.example',
  account,
  token: 'T'.repeat(43),
  workspaces: [],
  workspace,
  scope: 'clip:read clip:write',
  paused: false,
});

/** Clips that come, change and go, each change under the next number. */
export class Library {
  readonly cards = new Map<string, MirrorCard>();
  readonly log: { seq: number; id: string }[] = [];
  readonly names = new Map<string, NamedId>();
  readonly nameLog: { seq: number; change: NameChange }[] = [];
  readonly readings: string[] = [];
  /** The last change. */
  seq = 0;
  made = 0;
  /** What was said of sections of sites. */
  sections: SectionCategory[] = [];
  /** The zone that it tells; an older one tells none. */
  zone: string | undefined;
  epoch = 'first';
  readonly name: string;
  readonly portion: number;

  constructor(name: string, portion: number) {
    this.name = name;
    this.portion = portion;
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
        place: this.made,
        url,
        canonicalUrl: url,
        title: `Story ${this.made} of ${this.name}`,
        standfirst: null,
        site: this.name,
        language: 'en',
        section: ['News'],
        category: null,
        authors: [],
        published: null,
        terms: ['one', 'two'],
        day: '2022-12-27',
        keptDay: '2022-12-28',
        filled: true,
        fingerprint: null,
        story: null,
        keepers: [{ account: 'a', day: '2022-12-28' }],
        tags: [],
        collections: [],
        state: 'to-read',
        starred: false,
      });
    }
  }

  /** Changes every `nth` clip. */
  edit(nth: number): void {
    for (const [at, card] of [...this.cards.values()].entries())
      if (at % nth === 0) this.write({ ...card, title: `${card.title}, again` });
  }

  /** Files every `nth` clip under a tag. */
  tag(nth: number, name: string): void {
    const id = `tag-${name}`;
    this.names.set(id, { noun: 'tag', id, name });
    for (const [at, card] of [...this.cards.values()].entries())
      if (at % nth === 0) this.write({ ...card, tags: [...new Set([...card.tags, id])].sort() });
  }

  rename(from: string, name: string): void {
    const id = `tag-${from}`;
    this.names.set(id, { noun: 'tag', id, name });
    this.sayOfName({ noun: 'tag', id, name, became: null });
  }

  merge(from: string, into: string): void {
    const [id, became] = [`tag-${from}`, `tag-${into}`];
    this.names.delete(id);
    this.sayOfName({ noun: 'tag', id, name: null, became });
    for (const card of this.cards.values())
      if (card.tags.includes(id)) {
        const tags = [...new Set([...card.tags.filter((one) => one !== id), became])].sort();
        this.cards.set(card.id, { ...card, tags });
      }
  }

  /** The person is done with every `nth` clip and gives it a star. */
  read(nth: number): void {
    for (const [at, card] of [...this.cards.values()].entries())
      if (at % nth === 0) {
        this.cards.set(card.id, { ...card, state: 'done', starred: true });
        this.readings.push(card.id);
      }
  }

  namesOf(cards: readonly MirrorCard[]): NamedId[] {
    const ids = new Set(cards.flatMap(({ tags }) => tags));
    return [...ids].flatMap((id) => this.names.get(id) ?? []);
  }

  delete(count: number): void {
    const ids = [...this.cards.keys()];
    for (let at = 0; at < count; at += 1) {
      const id = ids[Math.floor((at * ids.length) / count)];
      if (id !== undefined && this.cards.delete(id)) this.note(id);
    }
  }

  deleteNewest(count: number): void {
    for (const { id } of this.newest().slice(0, count)) {
      this.cards.delete(id);
      this.note(id);
    }
  }

  newest(): MirrorCard[] {
    return [...this.cards.values()].toReversed();
  }

  page(before: string | null): CardPage {
    const older = this.newest().filter(({ place }) => before === null || place < Number(before));
    const cards = older.slice(0, this.portion);
    const next = older.length > cards.length ? (cards.at(-1)?.place ?? null) : null;
    const sections = before === null ? this.sections : [];
    const read = this.readings.length;
    const { seq, epoch } = this;
    return { cards, names: this.namesOf(cards), next, sections, seq, read, epoch };
  }

  changes(since: number, read: number): Changes {
    const last = new Map<string, number>();
    for (const { seq, id } of this.log) last.set(id, seq);
    const all = [...last]
      .filter(([, seq]) => seq > since)
      .sort(([, one], [, other]) => one - other);
    const told = all.slice(0, this.portion);
    const more = all.length > told.length;
    const seq = more ? (told.at(-1)?.[1] ?? this.seq) : this.seq;
    const cards = told.flatMap(([id]) => this.cards.get(id) ?? []);
    const readings = this.readings.slice(read, read + this.portion);
    return {
      cards,
      names: this.namesOf(cards),
      renamed: this.nameLog
        .filter((said) => said.seq > since && said.seq <= seq)
        .map(({ change }) => change),
      readings: readings.flatMap((id) => this.cards.get(id) ?? []),
      deleted: told.flatMap(([id]) => (this.cards.has(id) ? [] : [id])),
      sections: [],
      seq,
      read: read + readings.length,
      epoch: this.epoch,
      ...(this.zone !== undefined && { zone: this.zone }),
      more: more || read + readings.length < this.readings.length,
    };
  }

  answer(path: string): CardPage | Changes {
    const { pathname, searchParams } = new URL(path, 'https://home.example');
    return pathname === '/cards'
      ? this.page(searchParams.get('before'))
      : this.changes(Number(searchParams.get('since')), Number(searchParams.get('read')));
  }

  private note(id: string): void {
    this.seq += 1;
    this.log.push({ seq: this.seq, id });
  }

  private sayOfName(change: NameChange): void {
    this.seq += 1;
    this.nameLog.push({ seq: this.seq, change });
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
  /** The zones that they said they go by. */
  readonly zones: string[] = [];
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
    zoned: async (zone) => void this.zones.push(zone),
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
  sync(why: Why): Promise<unknown> {
    return syncMirror(why, this.ways).catch(() => undefined);
  }

  /** The person connects to another workspace or account, or to none. */
  async connect(connection: Connection | null): Promise<void> {
    this.connection = connection;
    if (connection) await openMirror(destinationOf(connection));
    else await wipeMirror();
  }
}

/** Every card that lies in the database, whosever it is, the newest first. */
export const copied = async (): Promise<StoredCard[]> =>
  (await (await openDatabase()).getAll('cards')).flatMap(({ cards }) => cards).toReversed();

// To describe 20,000 cards takes seconds.
const texts = new WeakMap<MirrorCard, string>();
const storedText = (card: MirrorCard): string => {
  const text = texts.get(card) ?? JSON.stringify(describe(card));
  texts.set(card, text);
  return text;
};

const called = (names: readonly NamedId[]): string =>
  JSON.stringify(names.toSorted((one, other) => (one.id < other.id ? -1 : 1)));

export const sameAs = async (library: Library): Promise<boolean> => {
  const [cards, newest] = [await copied(), library.newest().slice(0, MIRRORED)];
  const named = new Set(cards.flatMap(({ tags }) => tags));
  const names = await (await openDatabase()).getAll('names');
  return (
    cards.map((card) => JSON.stringify(card)).join('\n') === newest.map(storedText).join('\n') &&
    called(names.filter(({ id }) => named.has(id))) === called(library.namesOf(newest))
  );
};

export const freshHome = async (portion = 10): Promise<{ world: World; home: Library }> => {
  await wipeMirror();
  const world = new World();
  return { world, home: world.library('home', portion) };
};
