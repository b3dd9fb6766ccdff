// The statements that make a clip or fill one in. They stand in a batch behind `takeSeq`; where the library
// is not here, that number is NULL and the batch fails as a whole.
import type { ChosenCategory } from '../../shared/schema/section-category.ts';
import { makeCollectionDays } from './collection-days.ts';
import { type AddressWords, type ClipProfile, makeProfileWrites } from './profile-writes.ts';
import { SEQ } from './sequence.ts';

/** The text of a clip: what its card shows of it, and its content. JSON is text here as in the database. */
export interface ClipText {
  summary: string;
  words: number;
  blocks: string;
  spans: string;
  terms: string;
}

/** The card and content of a clip to be made; texts that are JSON in the database are JSON here. */
export interface NewClip extends ClipText {
  id: string;
  canonicalUrl: string;
  url: string;
  title: string;
  site: string | null;
  section: string;
  category: string | null;
  authors: string;
  attribution: string | null;
  language: string | null;
  leadImage: string | null;
  published: string | null;
  day: string;
  keptDay: string;
  /** The instants from which these days follow: when it was kept, and when it was given its day. */
  keptAt: string;
  datedAt: string;
  facts: string;
  profile: ClipProfile;
}

/** What is known of a clip by its address alone. */
export interface NewAddress extends Pick<NewClip, 'id' | 'canonicalUrl' | 'url' | 'title'> {
  words: AddressWords;
}

/** What changes of a clip that has content; JSON is text here as there, and null where a field stays. */
export interface ClipChange {
  title: string | null;
  site: { name: string | null } | null;
  section: string | null;
  authors: string | null;
  /** The date on the card, and as it stands among the facts. */
  published: { card: string | null; fact: string } | null;
  text: (ClipText & { truncated: boolean }) | null;
  /** What a person says that it is about, among the facts; 'auto' where that is taken back. */
  said: { category: ChosenCategory } | null;
  profile: ClipProfile;
  /**
   * What is told of it: who changed what, by field, and what was read off the page of all that is another by now. Null
   * where nobody has changed anything.
   */
  told: { account: string; fields: string; asRead: string } | null;
  /** Where it is counted from now on. */
  category: string | null;
  day: string;
  /** When its day was told anew; null where it was not. */
  datedAt: string | null;
}

/** A clip as it stood when a change of it was made up. */
export interface ClipBefore {
  id: string;
  seq: number;
  category: string | null;
  day: string;
  keptDay: string;
}

// In the order of the columns.
const card = (clip: NewClip) => [
  clip.canonicalUrl,
  clip.url,
  clip.title,
  clip.site,
  clip.section,
  clip.category,
  clip.authors,
  clip.attribution,
  clip.language,
  clip.leadImage,
  clip.published,
  clip.day,
  clip.keptDay,
  clip.summary,
  clip.words,
  clip.keptAt,
  clip.datedAt,
];

const NEW_ROW = '(SELECT number * 4294967296 + clip_count FROM library WHERE workspace = ?1)';

export const makeClipWrites = (db: D1Database) => {
  const profiles = makeProfileWrites(db);
  const collectionDays = makeCollectionDays(db);

  const takeRow = (workspace: string) =>
    db
      .prepare('UPDATE library SET clip_count = clip_count + 1 WHERE workspace = ? AND here = 1')
      .bind(workspace);

  const countDay = (workspace: string, axis: 'published' | 'kept', day: string, category: string) =>
    db
      .prepare(
        `INSERT INTO day_count (workspace, axis, day, category, clips) VALUES (?, ?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET clips = clips + 1`,
      )
      .bind(workspace, axis, day, category);

  // A clip whose content is there already stops the batch, and so does one that is gone: without a row
  // id SQLite would make one up, without a workspace it refuses.
  const addContent = (workspace: string, id: string, clip: NewClip) =>
    db
      .prepare(
        `INSERT INTO clip_content (rid, workspace, blocks, spans, terms, facts)
         VALUES ((SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2),
           (SELECT workspace FROM clip WHERE workspace = ?1 AND id = ?2), ?3, ?4, ?5, ?6)`,
      )
      .bind(workspace, id, clip.blocks, clip.spans, clip.terms, clip.facts);

  const uncountDay = (
    workspace: string,
    axis: 'published' | 'kept',
    day: string,
    category: string,
  ) => {
    const where = 'WHERE workspace = ? AND axis = ? AND day = ? AND category = ?';
    return [
      `UPDATE day_count SET clips = clips - 1 ${where}`,
      `DELETE FROM day_count ${where} AND clips = 0`,
    ].map((sql) => db.prepare(sql).bind(workspace, axis, day, category));
  };

  // What was frozen of the day goes with the clip: whoever deletes that later does not find the day that it has left.
  const leaveDay = (workspace: string, day: string, operation: { id: string; at: string }) => [
    db
      .prepare(
        `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
         VALUES (?1, 'move', ?2, ?3, ${SEQ}, ?4)`,
      )
      .bind(workspace, operation.id, day, operation.at),
    ...['digest', 'digest_page'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE workspace = ? AND day = ?`).bind(workspace, day),
    ),
  ];

  // The batch stops where the clip is no longer as it was, so that what it was counted as is known.
  const recount = (
    workspace: string,
    { category, day, keptDay }: ClipBefore,
    after: { category: string | null; day: string },
  ) => {
    const [before, now] = [category ?? '', after.category ?? ''];
    return [
      ...(day === after.day && before === now
        ? []
        : [
            ...uncountDay(workspace, 'published', day, before),
            countDay(workspace, 'published', after.day, now),
          ]),
      ...(before === now
        ? []
        : [
            ...uncountDay(workspace, 'kept', keptDay, before),
            countDay(workspace, 'kept', keptDay, now),
          ]),
    ];
  };

  const changeText = (workspace: string, id: string, text: NonNullable<ClipChange['text']>) =>
    db
      .prepare(
        `UPDATE clip_content SET blocks = ?3, spans = ?4, terms = ?5,
           facts = json_set(facts, '$.truncated', json(?6))
         WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
      )
      .bind(workspace, id, text.blocks, text.spans, text.terms, JSON.stringify(text.truncated));

  const saidOf = (workspace: string, id: string, category: ChosenCategory) =>
    db
      .prepare(
        `UPDATE clip_content SET facts = iif(?3 = '"auto"', json_remove(facts, '$.category'),
           json_set(facts, '$.category', json(?3)))
         WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
      )
      .bind(workspace, id, JSON.stringify(category));

  const remember = (
    workspace: string,
    id: string,
    { account, fields, asRead }: NonNullable<ClipChange['told']>,
    at: string,
  ) => [
    db
      .prepare(
        `INSERT INTO correction (workspace, clip, seq, account, at, fields)
         SELECT workspace, rid, ${SEQ}, ?3, ?4, ?5 FROM clip WHERE workspace = ?1 AND id = ?2`,
      )
      .bind(workspace, id, account, at, fields),
    db
      .prepare(
        `UPDATE clip_content SET facts = json_set(facts, '$.read', json(?3))
         WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
      )
      .bind(workspace, id, asRead),
  ];

  const toBePlaced = (workspace: string, id: string) =>
    db
      .prepare(
        `INSERT INTO unplaced (workspace, clip)
         SELECT workspace, rid FROM clip WHERE workspace = ? AND id = ?`,
      )
      .bind(workspace, id);

  const countDays = (workspace: string, clip: NewClip) => [
    countDay(workspace, 'published', clip.day, clip.category ?? ''),
    countDay(workspace, 'kept', clip.keptDay, clip.category ?? ''),
  ];

  return {
    /** Takes the library's next sequence number; where it was changed after `since`, if that is told, the batch stops. */
    takeSeq: (workspace: string, since: number | null = null) =>
      db
        .prepare(
          `UPDATE library SET seq = CASE WHEN seq = coalesce(?2, seq) THEN seq + 1 END
           WHERE workspace = ?1 AND here = 1`,
        )
        .bind(workspace, since),

    /** Takes it for days of a zone; where the library has another one by now the batch stops, too. */
    takeSeqIn: (workspace: string, zone: string, since: number | null = null) =>
      db
        .prepare(
          `UPDATE library SET seq = CASE WHEN zone = ?2 AND seq = coalesce(?3, seq) THEN seq + 1 END
           WHERE workspace = ?1 AND here = 1`,
        )
        .bind(workspace, zone, since),

    /** Takes none, for what is no change of the library; stops the batch as `takeSeq` does. */
    stayAt: (workspace: string, since: number | null) =>
      since === null
        ? []
        : [
            db
              .prepare(
                `UPDATE library SET seq = CASE seq WHEN ?2 THEN seq END WHERE workspace = ?1`,
              )
              .bind(workspace, since),
          ],

    /** Makes a clip that has an address only, which no digest shows; a clip at the address stops the batch. */
    addAddress: (workspace: string, clip: NewAddress, at: string) => [
      takeRow(workspace),
      db
        .prepare(
          `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
             kept_day, summary, words, seq, card_seq, changed_at)
           VALUES (${NEW_ROW}, ?1, ?2, ?4, ?5, ?6, '[]', '[]', '', '', '[]', 0, ${SEQ}, ${SEQ}, ?3)`,
        )
        .bind(workspace, clip.id, at, clip.canonicalUrl, clip.url, clip.title),
      profiles.putAddressWords(workspace, [{ clip: clip.id, words: clip.words }]),
    ],

    /** Makes a clip with its content; a clip at the address stops the batch. */
    add: (workspace: string, clip: NewClip, at: string) => [
      takeRow(workspace),
      db
        .prepare(
          `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, site, section, category,
             authors, attribution, language, lead_image, published, day, kept_day, summary, words,
             kept_at, dated_at, seq, card_seq, filled_seq, changed_at)
           VALUES (${NEW_ROW}, ?1, ?2, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
             ?19, ?20, ${SEQ}, ${SEQ}, ${SEQ}, ?3)`,
        )
        .bind(workspace, clip.id, at, ...card(clip)),
      addContent(workspace, clip.id, clip),
      ...profiles.put(workspace, clip.id, clip.profile),
      toBePlaced(workspace, clip.id),
      ...countDays(workspace, clip),
    ],

    /**
     * Gives the clip `id`, of which only the address was known, its content and the day of its digest.
     * From then on no import takes it back. A clip that has content, or is gone, stops the batch.
     */
    fillIn: (workspace: string, id: string, clip: NewClip, at: string) => {
      const rid = '(SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)';
      // The indexes are named: left to itself, SQLite reads all keeps of the workspace.
      const release = (sql: string) => db.prepare(sql).bind(workspace, id);
      return [
        db
          .prepare(
            `UPDATE clip SET canonical_url = ?4, url = ?5, title = ?6, site = ?7, section = ?8,
               category = ?9, authors = ?10, attribution = ?11, language = ?12, lead_image = ?13,
               published = ?14, day = ?15, kept_day = ?16, summary = ?17, words = ?18,
               kept_at = ?19, dated_at = ?20, seq = ${SEQ}, card_seq = ${SEQ}, filled_seq = ${SEQ}, changed_at = ?3
             WHERE workspace = ?1 AND id = ?2`,
          )
          .bind(workspace, id, at, ...card(clip)),
        ...collectionDays.move(workspace, at),
        addContent(workspace, id, clip),
        ...profiles.put(workspace, id, clip.profile),
        toBePlaced(workspace, id),
        ...countDays(workspace, clip),
        release(
          `UPDATE import SET keeps = keeps - 1 WHERE workspace = ?1 AND id IN
             (SELECT import FROM keep INDEXED BY keep_once WHERE workspace = ?1 AND clip = ${rid})`,
        ),
        release(
          `UPDATE keep INDEXED BY keep_once SET import = NULL
           WHERE workspace = ?1 AND clip = ${rid} AND import IS NOT NULL`,
        ),
        release(`UPDATE clip_tag SET import = NULL WHERE workspace = ?1 AND clip = ${rid}`),
      ];
    },

    /**
     * Changes a clip that has content, and moves it to the day that it stands on from now. One that is no
     * longer as `clip` says stops the batch; one that is gone does not.
     */
    change: (
      workspace: string,
      clip: ClipBefore,
      change: ClipChange,
      operation: { id: string; at: string },
    ) => [
      ...(change.day === clip.day ? [] : leaveDay(workspace, clip.day, operation)),
      ...recount(workspace, clip, change),
      ...(change.published === null
        ? []
        : [
            db
              .prepare(
                `UPDATE clip_content SET facts = json_set(facts, '$.published', json(?3))
                 WHERE workspace = ?1
                   AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
              )
              .bind(workspace, clip.id, change.published.fact),
          ]),
      ...(change.said === null ? [] : [saidOf(workspace, clip.id, change.said.category)]),
      ...(change.text === null ? [] : [changeText(workspace, clip.id, change.text)]),
      ...profiles.put(workspace, clip.id, change.profile),
      ...(change.told === null ? [] : remember(workspace, clip.id, change.told, operation.at)),
      db
        .prepare(
          // The number is that of another change where somebody was faster, and must not be NULL.
          `UPDATE clip SET seq = CASE seq WHEN ?3 THEN ${SEQ} END, card_seq = ${SEQ}, changed_at = ?4,
             title = coalesce(?5, title), section = coalesce(?6, section),
             authors = coalesce(?7, authors), published = iif(?8, ?9, published), day = ?10,
             summary = coalesce(?11, summary), words = coalesce(?12, words), category = ?13,
             site = iif(?14, ?15, site), dated_at = coalesce(?16, dated_at)
           WHERE workspace = ?1 AND id = ?2`,
        )
        .bind(
          workspace,
          clip.id,
          clip.seq,
          operation.at,
          change.title,
          change.section,
          change.authors,
          change.published === null ? 0 : 1,
          change.published?.card ?? null,
          change.day,
          change.text?.summary ?? null,
          change.text?.words ?? null,
          change.category,
          change.site === null ? 0 : 1,
          change.site?.name ?? null,
          change.datedAt,
        ),
      ...(change.day === clip.day
        ? [collectionDays.touch(workspace, operation.at)]
        : collectionDays.move(workspace, operation.at)),
    ],
  };
};
