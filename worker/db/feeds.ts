import * as v from 'valibot';
import { firstRow, json, rows, run } from './database.ts';
import type { Whose } from './day-feeds.ts';
import { type Question, question } from './question.ts';
import { CARD_COLUMNS, ridBase, StoredCard } from './clips.ts';
import { Library, SELECT_LIBRARY } from './libraries.ts';
import type { Block } from '../../shared/schema/block.ts';
import { Clip } from '../../shared/schema/clip.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { Noun } from '../../shared/schema/named.ts';

const NameRow = v.object({ name: v.string() });
const BodyRow = v.object({ id: v.string(), blocks: json(Clip.entries.blocks) });
const BecameRow = v.object({ became: v.nullable(v.string()) });

/** Of how many clips of a tag or collection, and of how many of the library, a part's feed is made. */
const NAMED_CLIPS = 200;
const CATEGORISED_CLIPS = 500;

/** Whose feed it is: what a feed says changes only where this does. */
export interface FeedOwner {
  library: Library;
  /** The workspace's. */
  name: string;
}

export const makeFeeds = (control: D1Database, db: D1Database) => {
  const owner = ({ number, rotation }: Whose): Question<FeedOwner | null> => {
    const sql = `${SELECT_LIBRARY} AND number = ? AND feed_rotation = ?`;
    const found = question(db, [db.prepare(sql).bind(number, rotation)], ([library]) =>
      firstRow(Library, library),
    );
    const named = control.prepare('SELECT name FROM workspace WHERE number = ?').bind(number);
    return found
      .and(question(control, [named], ([name]) => firstRow(NameRow, name)))
      .map(([library, name]) => library && name && { library, name: name.name });
  };
  return {
    /** The library of a feed and its workspace's name, or null where the address was made void. */
    owner,

    /**
     * The same of the feed of a tag or collection, and what that is called: null where there is none any more, and
     * `became` tells what was made of it, by a person, the id of the one that got its clips or null.
     */
    ownerOfNamed: (whose: Whose, noun: Noun, id: string) => {
      const where = `workspace = (SELECT workspace FROM library WHERE number = ?1)`;
      const names = question(
        db,
        [
          db.prepare(`SELECT name FROM ${noun} WHERE ${where} AND id = ?2`).bind(whose.number, id),
          db
            .prepare(
              `SELECT became FROM name_change INDEXED BY name_change_id
               WHERE ${where} AND noun = '${noun}' AND id = ?2 AND name IS NULL ORDER BY seq DESC LIMIT 1`,
            )
            .bind(whose.number, id),
        ],
        ([called, changed]) => ({
          called: firstRow(NameRow, called)?.name ?? null,
          change: firstRow(BecameRow, changed),
        }),
      );
      return owner(whose)
        .and(names)
        .map(
          ([owned, { called, change }]) =>
            owned && { library: owned.library, name: owned.name, called, change },
        );
    },

    /** The newest `clips` clips that can be read, the last filled first. */
    readClips: async (workspace: string, clips: number): Promise<StoredCard[]> =>
      rows(
        StoredCard,
        await run(
          db,
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_filled
             WHERE workspace = ? AND filled_seq IS NOT NULL ORDER BY filled_seq DESC LIMIT ?`,
            )
            .bind(workspace, clips),
        ),
      ),

    /** The first `count` tags or collections in their order, not counted: that would read their clips. */
    names: async (workspace: string, noun: Noun, count: number) =>
      rows(
        v.object({ id: v.string(), name: v.string() }),
        await run(
          db,
          db
            .prepare(
              `SELECT id, name FROM ${noun} INDEXED BY ${noun}_folded
               WHERE workspace = ? ORDER BY folded LIMIT ?`,
            )
            .bind(workspace, count),
        ),
      ),

    /** Of the clips of a tag or collection that were made last those that can be read, the last filled first. */
    readNamed: async (
      workspace: string,
      noun: Noun,
      id: string,
      clips: number,
    ): Promise<StoredCard[]> =>
      rows(
        StoredCard,
        await run(
          db,
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM (
               SELECT clip AS rid FROM clip_${noun} INDEXED BY clip_${noun}_${noun}
               WHERE workspace = ?1 AND ${noun} = ?2 ORDER BY clip DESC LIMIT ${NAMED_CLIPS}) AS link
             CROSS JOIN clip ON clip.rid = link.rid AND clip.workspace = ?1
             WHERE filled_seq IS NOT NULL ORDER BY filled_seq DESC LIMIT ?3`,
            )
            .bind(workspace, id, clips),
        ),
      ),

    /**
     * The clips of a category among the last filled of the library, the last first: no index knows categories, and whoever
     * follows a feed has read what is older.
     */
    readCategory: async (
      workspace: string,
      category: MediaTopicId,
      clips: number,
    ): Promise<StoredCard[]> =>
      rows(
        StoredCard,
        await run(
          db,
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM (
               SELECT rid, filled_seq FROM clip INDEXED BY clip_filled
               WHERE workspace = ?1 AND filled_seq IS NOT NULL ORDER BY filled_seq DESC LIMIT ${CATEGORISED_CLIPS}) AS filled
             CROSS JOIN clip ON clip.rid = filled.rid
             WHERE clip.workspace = ?1 AND clip.category = ?2 ORDER BY filled.filled_seq DESC LIMIT ?3`,
            )
            .bind(workspace, category, clips),
        ),
      ),

    /**
     * The blocks of some clips, by id: of those that take at most `each` bytes the first ones that take at most `all`
     * together. Nothing else of their content is read.
     */
    readBodies: async (
      workspace: string,
      ids: readonly string[],
      most: { each: number; all: number },
    ): Promise<ReadonlyMap<string, readonly Block[]>> => {
      const found = await run(
        db,
        db
          .prepare(
            `WITH sized AS MATERIALIZED (
             SELECT item.key AS nth, clip.id, clip.rid, octet_length(blocks) AS bytes
             FROM json_each(?2) AS item
             CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = item.value
             CROSS JOIN clip_content AS content ON content.rid = clip.rid AND content.workspace = ?1),
           summed AS MATERIALIZED (
             SELECT id, rid, sum(bytes) OVER (ORDER BY nth) AS upto FROM sized WHERE bytes <= ?3)
           SELECT summed.id, blocks FROM summed
           CROSS JOIN clip_content AS content ON content.rid = summed.rid WHERE upto <= ?4`,
          )
          .bind(workspace, JSON.stringify(ids), most.each, most.all),
      );
      return new Map(rows(BodyRow, found).map(({ id, blocks }) => [id, blocks]));
    },

    /** The clips at some places of a library, in their order. */
    cardsAt: async (
      { workspace, number }: Pick<Library, 'workspace' | 'number'>,
      places: readonly number[],
    ): Promise<StoredCard[]> =>
      rows(
        StoredCard,
        await run(
          db,
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM json_each(?2) AS item
             CROSS JOIN clip ON clip.rid = ?3 + item.value AND clip.workspace = ?1 ORDER BY item.key`,
            )
            .bind(workspace, JSON.stringify(places), ridBase(number)),
        ),
      ),
  };
};
export type Feeds = ReturnType<typeof makeFeeds>;
