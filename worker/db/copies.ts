// What a copy of a clip is made of, and the libraries that it can be made in.
import * as v from 'valibot';
import { Article } from '../../shared/schema/article.ts';
import { Summary } from '../../shared/schema/summary.ts';
import { batch, firstRow, json, rows, run } from './database.ts';
import { type Question, question } from './question.ts';
import { Role } from './workspaces.ts';

const texts = json(v.array(v.string()));
const Facts = v.pick(Article, [
  'published',
  'modified',
  'views',
  'truncated',
  'related',
  'attributionUrl',
]);

const SourceRow = v.pipe(
  v.object({
    canonical_url: v.string(),
    url: v.string(),
    title: v.string(),
    site: v.nullable(v.string()),
    section: texts,
    authors: texts,
    attribution: v.nullable(v.string()),
    language: v.nullable(v.string()),
    lead_image: v.nullable(v.string()),
    blocks: v.nullable(json(Article.entries.blocks)),
    spans: v.nullable(json(Summary.entries.sentences)),
    terms: v.nullable(json(Summary.entries.terms)),
    facts: v.nullable(json(v.object(Facts.entries))),
  }),
  v.transform(
    ({ canonical_url: canonicalUrl, lead_image: leadImage, blocks, spans, terms, ...row }) => {
      const { facts, ...card } = row;
      const unread = {
        published: null,
        modified: null,
        views: null,
        truncated: false,
        related: [],
      };
      return {
        article: { ...card, canonicalUrl, leadImage, ...unread, ...facts, blocks: blocks ?? [] },
        summary: { sentences: spans ?? [], terms: terms ?? [] },
      };
    },
  ),
);
/** A clip as it was read and set right, to be kept elsewhere. */
export type CopySource = v.InferOutput<typeof SourceRow>;

const Target = v.object({ id: v.string(), name: v.string(), library_in: v.string(), role: Role });
/** Another workspace of an account. */
export type CopyTarget = v.InferOutput<typeof Target>;

const TitleRow = v.object({ id: v.string(), title: v.string() });
export type CopiedTitle = v.InferOutput<typeof TitleRow>;

const Presence = v.object({ found: v.number() });

export const makeCopies = (control: D1Database, db: D1Database) => ({
  /** A clip of a workspace, or null. */
  source: async (workspace: string, id: string): Promise<CopySource | null> =>
    firstRow(
      SourceRow,
      await run(
        db,
        db
          .prepare(
            `SELECT canonical_url, url, title, site, section, authors, attribution, language, lead_image,
               blocks, spans, terms, facts
             FROM clip LEFT JOIN clip_content
               ON clip_content.rid = clip.rid AND clip_content.workspace = clip.workspace
             WHERE clip.workspace = ? AND clip.id = ?`,
          )
          .bind(workspace, id),
      ),
    ),

  /** The headlines of clips, in no order; those that are not there are passed over. */
  titles: async (workspace: string, ids: readonly string[]): Promise<CopiedTitle[]> =>
    rows(
      TitleRow,
      await run(
        db,
        db
          .prepare(
            `SELECT clip.id, clip.title FROM json_each(?2) AS wanted
             CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = wanted.value`,
          )
          .bind(workspace, JSON.stringify(ids)),
      ),
    ),

  /** The other workspaces of an account, in the order of their names. */
  targets: (account: string, workspace: string): Question<CopyTarget[]> =>
    question(
      control,
      [
        control
          .prepare(
            `SELECT workspace.id, workspace.name, workspace.library_in, member.role
             FROM member JOIN workspace ON workspace.id = member.workspace
             WHERE member.account = ? AND member.workspace <> ?
             ORDER BY workspace.name, workspace.id`,
          )
          .bind(account, workspace),
      ],
      ([found]) => rows(Target, found),
    ),

  /** Whether an account may keep in another workspace. */
  hasTarget: async (account: string, workspace: string): Promise<boolean> => {
    const [found] = await batch(control, [
      control
        .prepare(
          `SELECT 1 AS found FROM member
           WHERE account = ? AND workspace <> ? AND role <> 'viewer' LIMIT 1`,
        )
        .bind(account, workspace),
    ]);
    return firstRow(Presence, found) !== null;
  },
});
export type Copies = ReturnType<typeof makeCopies>;
