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
} from '../../shared/schema/mirror.ts';
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
  epoch = 'first';
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
        place: this.made,
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
        fingerprint: null,
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
    return { cards, next, sections, seq: this.seq, epoch: this.epoch };
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
      epoch: this.epoch,
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

export const sameAs = async (library: Library): Promise<boolean> =>
  (await copied()).map((card) => JSON.stringify(card)).join('\n') ===
  library.newest().slice(0, MIRRORED).map(storedText).join('\n');

export const freshHome = async (portion = 10): Promise<{ world: World; home: Library }> => {
  await wipeMirror();
  const world = new World();
  return { world, home: world.library('home', portion) };
};
