// relate: all documents {id, lang, title, text} are kept in a library of their own, in a local D1; then each asks for
// what is related to it by the function and the statement of the route.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { type ClipText, makeClipWrites, type NewClip } from '../../db/clip-writes.ts';
import { makeRelated } from '../../db/related.ts';
import { categoryOf } from '../../domain/category.ts';
import { clipText } from '../../domain/clip-text.ts';
import { profileOf } from '../../domain/profile.ts';
import { relatedToClip } from '../../domain/related.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { LOCAL_DATABASE, migrate, openDatabase } from '../database.ts';
import type { DocumentRecord } from './records.ts';
import { articleOf } from './summarise.ts';

const LIBRARY = { workspace: 'predict', number: 1 };
/** These documents tell none. */
const DAY = '2020-01-01';
const AT = `${DAY}T00:00:00.000Z`;
/** Documents kept in one batch: while so many are read, the connection to the runtime stays open. */
const PORTION = 8;

const clipOf = (id: string, record: DocumentRecord): NewClip => {
  const article = articleOf(record);
  const summary = summarise(article);
  const text: ClipText = clipText(article.blocks, summary);
  const url = `https://predict.example/${id}`;
  return {
    id,
    canonicalUrl: url,
    url,
    title: article.title,
    site: null,
    section: '[]',
    category: categoryOf(['auto'], { ...article, section: [] }),
    authors: '[]',
    attribution: null,
    language: article.language,
    leadImage: null,
    published: null,
    day: DAY,
    keptDay: DAY,
    ...text,
    facts: '{"truncated":false}',
    profile: profileOf({ ...article, terms: summary.terms }),
  };
};

const openD1 = async (data: string): Promise<{ db: D1Database; close: () => Promise<void> }> => {
  const database = openDatabase(data);
  migrate(database);
  database
    .prepare(`INSERT INTO library (workspace, number, zone, language) VALUES (?, ?, 'UTC', 'en')`)
    .run(LIBRARY.workspace, LIBRARY.number);
  database.close();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      resourcePersistencePath: path.join(data, 'v3'),
      workers: [
        {
          name: 'predict',
          modules: true,
          script: 'export default { fetch: () => new Response() }',
          compatibilityDate: '2026-10-01',
          d1Databases: { DB: LOCAL_DATABASE },
        },
      ],
    }),
  );
  return { db: await miniflare.getD1Database('DB'), close: () => miniflare.dispose() };
};

/** Keeps documents, and answers what is related to each of them. */
export const openRelate = async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'dateline-predict-'));
  const { db, close } = await openD1(data);
  const related = makeRelated(db);
  const clipWrites = makeClipWrites(db);
  const idsOf = new Map<string, DocumentRecord['id']>();
  const clips = new Map<DocumentRecord['id'], string>();
  return {
    keep: async (records: readonly DocumentRecord[]): Promise<void> => {
      for (let from = 0; from < records.length; from += PORTION) {
        const statements: D1PreparedStatement[] = [];
        for (const [at, record] of records.slice(from, from + PORTION).entries()) {
          const id = String(from + at);
          idsOf.set(id, record.id);
          clips.set(record.id, id);
          statements.push(
            clipWrites.takeSeq(LIBRARY.workspace),
            ...clipWrites.add(LIBRARY.workspace, clipOf(id, record), AT),
          );
        }
        await db.batch(statements);
      }
    },
    answer: async ({ id }: DocumentRecord) => {
      const start = performance.now();
      const found = await relatedToClip(related, LIBRARY, clips.get(id) ?? '', {
        withStory: true,
      });
      const ms = performance.now() - start;
      return { id, related: found.map((clip) => idsOf.get(clip.id)), ms };
    },
    close: async (): Promise<void> => {
      await close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
