// relate: all documents {id, lang, title, text} are kept in a library of their own, in a local D1; then each asks for
// what is related to it by the function and the statement of the route. Beside it, as `mirror`, what the extension finds
// among the cards of all of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { type ClipText, makeClipWrites, type NewClip } from '../../db/clip-writes.ts';
import { makeRelated } from '../../db/related.ts';
import { categoryOf } from '../../domain/category.ts';
import { clipText } from '../../domain/clip-text.ts';
import { profileOf } from '../../domain/profile.ts';
import { relatedToClip, SHOWN } from '../../domain/related.ts';
import { rankAmong } from '../../../shared/related/rank.ts';
import { termVector } from '../../../shared/related/vector.ts';
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

type Told = ReturnType<typeof told>;

const told = (record: DocumentRecord) => {
  const article = articleOf(record);
  return { article, summary: summarise(article), text: record.text };
};

/** As the extension asks for it: the whole article, among cards. */
const askingOf = (id: string, { article, summary, text }: Told) => ({
  id,
  address: `https://predict.example/${id}`,
  title: article.title,
  language: article.language,
  text,
  terms: summary.terms,
  category: null,
  site: null,
  section: [],
  story: null,
  day: null,
});

/** As the mirror has it: these texts have no standfirst. */
const cardOf = (id: string, of: Told) => {
  const asking = askingOf(id, of);
  return { ...asking, vector: termVector({ ...asking, text: '' }) };
};

const clipOf = (id: string, { article, summary }: Told): NewClip => {
  const text: ClipText = clipText(article.blocks, summary);
  const url = `https://predict.example/${id}`;
  const filed = {
    canonicalUrl: url,
    site: null,
    section: [],
    authors: [],
    category: null,
    day: DAY,
  };
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
    keptAt: `${DAY}T00:00:00.000Z`,
    datedAt: `${DAY}T00:00:00.000Z`,
    ...text,
    facts: '{"truncated":false}',
    profile: profileOf({ ...article, ...filed, terms: summary.terms }),
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
  const clips = new Map<
    DocumentRecord['id'],
    { clip: string; asking: ReturnType<typeof askingOf> }
  >();
  const cards: ReturnType<typeof cardOf>[] = [];
  let rankCards: ReturnType<typeof rankAmong<(typeof cards)[number]>> | undefined;
  const inMirror = (id: DocumentRecord['id']) => {
    const known = clips.get(id);
    rankCards ??= rankAmong(cards);
    if (!known) return [];
    return [...rankCards(known.asking, { ids: new Set([known.clip]) })].slice(0, SHOWN);
  };
  return {
    keep: async (records: readonly DocumentRecord[]): Promise<void> => {
      for (let from = 0; from < records.length; from += PORTION) {
        const statements: D1PreparedStatement[] = [];
        for (const [at, record] of records.slice(from, from + PORTION).entries()) {
          const id = String(from + at);
          const of = told(record);
          idsOf.set(id, record.id);
          clips.set(record.id, { clip: id, asking: askingOf(id, of) });
          cards.push(cardOf(id, of));
          statements.push(
            clipWrites.takeSeq(LIBRARY.workspace),
            ...clipWrites.add(LIBRARY.workspace, clipOf(id, of), AT),
          );
        }
        await db.batch(statements);
      }
    },
    answer: async ({ id }: DocumentRecord) => {
      const start = performance.now();
      const found = await relatedToClip(related, LIBRARY, clips.get(id)?.clip ?? '', {
        withStory: true,
      });
      const ms = performance.now() - start;
      const mirror = inMirror(id).map(({ item }) => idsOf.get(item.id));
      return { id, related: found.map((clip) => idsOf.get(clip.id)), mirror, ms };
    },
    close: async (): Promise<void> => {
      await close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
