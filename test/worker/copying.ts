// A copy of a library as an extension makes it: its pages of cards, then what changes.
import { expect } from 'vitest';
import { renamed } from '../../extension/lib/mirror-names.ts';
import type { CardPage, Changes, MirrorCard } from '../../shared/schema/mirror.ts';
import { newId, sample } from './sample.ts';
import type { Server } from './server.ts';

export type Me = Awaited<ReturnType<Server['install']>>;

export const byId = (cards: Iterable<MirrorCard>) =>
  Array.from(cards).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Copying from a server. */
export const copyingFrom = (server: () => Server) => {
  const read = async <T>({ workspace, token }: Pick<Me, 'workspace' | 'token'>, path: string) => {
    const answer = await server().request(`/api/w/${workspace}/${path}`, { token });
    expect(answer.status, path).toBe(200);
    return answer.json<T>();
  };

  const keep = async (
    { workspace, token, cookie }: Partial<Me> & Pick<Me, 'workspace'>,
    article: Parameters<typeof sample>[0] = {},
    write: Parameters<typeof sample>[1] = {},
  ) => {
    const id = newId();
    const answer = await server().request(`/api/w/${workspace}/keeps/${id}`, {
      method: 'PUT',
      ...(token ? { token } : { cookie: cookie ?? '' }),
      json: sample(article, write),
    });
    const { clip } = await answer.json<{ clip: string }>();
    return { id, clip };
  };

  /** All pages of cards, as an extension reads them that has none. */
  const readAll = async (me: Me) => {
    const first = await read<CardPage>(me, 'cards');
    const { cards, names } = { cards: [...first.cards], names: [...first.names] };
    for (let { next } = first; next !== null;) {
      const page = await read<CardPage>(me, `cards?before=${next}`);
      cards.push(...page.cards);
      names.push(...page.names);
      next = page.next;
    }
    return { cards, names, seq: first.seq, read: first.read };
  };

  /** What an extension has copied, and how far it has come. */
  class Copy {
    readonly cards = new Map<string, MirrorCard>();
    readonly names = new Map<string, string>();
    since = 0;
    read = 0;

    /** Follows the changes until there are no more. */
    async follow(me: Me): Promise<void> {
      const changes = await read<Changes>(me, `changes?since=${this.since}&read=${this.read}`);
      for (const [id, card] of this.cards) this.cards.set(id, renamed(card, changes.renamed));
      for (const { id, name } of changes.renamed) if (name !== null) this.names.set(id, name);
      for (const { id, name } of changes.names) this.names.set(id, name);
      for (const card of changes.cards) this.cards.set(card.id, card);
      for (const { id, ...own } of changes.readings) {
        const card = this.cards.get(id);
        if (card) this.cards.set(id, { ...card, ...own });
      }
      for (const id of changes.deleted) this.cards.delete(id);
      this.since = changes.seq;
      this.read = changes.read;
      if (changes.more) await this.follow(me);
    }

    /** The cards, with their names. */
    shown() {
      const named = (ids: readonly string[]) => ids.map((id) => [id, this.names.get(id)]);
      return byId(this.cards.values()).map((card) => {
        const { tags, collections } = card;
        return { card, tags: named(tags), collections: named(collections) };
      });
    }

    /** What an extension has that copies all cards at once. */
    static async anew(me: Me): Promise<Copy> {
      const [copy, all] = [new Copy(), await readAll(me)];
      for (const card of all.cards) copy.cards.set(card.id, card);
      for (const { id, name } of all.names) copy.names.set(id, name);
      copy.since = all.seq;
      copy.read = all.read;
      return copy;
    }
  }

  return { read, keep, readAll, Copy };
};
