// Fills a library with clips, past the server: a hundred on one day, the rest over the days before it.
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { migrate, openDatabase } from '../../worker/local/database.ts';
import { searchWords } from '../../shared/related/search.ts';
import { termVector } from '../../shared/related/vector.ts';
import { fingerprint } from '../../shared/story/fingerprint.ts';
import { base64Of } from '../../worker/domain/bytes.ts';
import { seededRandom } from './random.ts';
import { DAY, LIVE_DAY, SESSION, WORKSPACE } from './seeded.ts';

/** How many clips the day that is read has, whatever the library's size. */
const DAY_CLIPS = 100;
const OTHER_DAYS = 900;

const AT = '2026-03-11T00:00:00.000Z';

const SENTENCE =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí.';

/** How many different texts the clips have: what is related, and what is frozen, asks for a profile of each. */
const TEXTS = 200;

/** What relating a text takes: words that others have too, and some that few have. */
const profileAt = (index: number) => {
  const random = seededRandom(index);
  const words = (count: number, of: number) =>
    Array.from({ length: count }, () => `chữ${Math.floor(random() * of)}`);
  const title = words(10, 1_000).join(' ');
  const text = Array.from({ length: 8 }, () => `${words(30, 4_000).join(' ')}.`).join('\n');
  const vector = termVector({ title, text, language: 'vi' });
  return {
    terms: JSON.stringify(words(8, 1_000)),
    asks: JSON.stringify(searchWords(vector)),
    vector: base64Of(vector),
    fingerprint: base64Of(fingerprint({ text })),
  };
};

const PROFILES = Array.from({ length: TEXTS }, (_, index) => profileAt(index));

const dayOf = (index: number): string => {
  if (index < DAY_CLIPS) return DAY;
  if (index < 2 * DAY_CLIPS) return LIVE_DAY;
  const back = 1 + (index % OTHER_DAYS);
  return new Date(Date.parse(`${DAY}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
};

interface Seeded {
  workspace: string;
  number: number;
  clips: number;
}

const seedLibrary = (db: DatabaseSync, { workspace, number, clips }: Seeded): void =>
  db.exec(`
    INSERT INTO workspace (id, number, name, created_at) VALUES ('${workspace}', ${number}, 'Tin tức', '${AT}');
    INSERT INTO member (account, workspace, role, joined_at) VALUES ('owner', '${workspace}', 'owner', '${AT}');
    INSERT INTO library (workspace, number, seq, clip_count, zone, language)
      VALUES ('${workspace}', ${number}, ${clips}, ${clips}, 'Asia/Ho_Chi_Minh', 'vi')`);

const seedOwner = (db: DatabaseSync): void => {
  db.exec(`INSERT INTO account (id, created_at) VALUES ('owner', '${AT}')`);
  db.exec(`
    INSERT INTO share (workspace, id, sha256, account, kind, day, full_text, named, feeds, created_at)
    VALUES ('${WORKSPACE}', '01950000-0000-7000-8000-00000000da1e', '', 'owner', 'day', '${DAY}', 0, 0, 0, '${AT}')`);
  db.prepare('INSERT INTO session (hash, account, created_at, expires_at) VALUES (?, ?, ?, ?)').run(
    createHash('sha256').update(SESSION).digest('hex'),
    'owner',
    AT,
    '2099-01-01T00:00:00.000Z',
  );
};

const seedClips = (db: DatabaseSync, { workspace, number, clips }: Seeded): void => {
  const clip = db.prepare(
    `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, site, section, authors, language,
       published, day, kept_day, kept_at, dated_at, summary, words, seq, filled_seq, changed_at)
     VALUES (?1, '${workspace}', ?2, ?3, ?4, ?5, 'Báo Tỉnh', ?6, '["Nguyễn Minh"]', 'vi', ?7, ?8, ?9, '${AT}', '${AT}', ?10, 640,
       ?11, ?11, '${AT}')`,
  );
  const content = db.prepare(
    `INSERT INTO clip_content (rid, workspace, blocks, spans, terms, facts)
     VALUES (?, '${workspace}', ?, '[]', '[]', '{"truncated":false,"published":null,"modified":null}')`,
  );
  const keep = db.prepare(
    `INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, seq, changed_at)
     VALUES ('${workspace}', ?, ?, 'owner', '${AT}', ?, ?, '${AT}')`,
  );
  const count = db.prepare(
    `INSERT INTO day_count (workspace, axis, day, category, clips) VALUES ('${workspace}', ?, ?, '', 1)
     ON CONFLICT DO UPDATE SET clips = clips + 1`,
  );
  const profile = db.prepare(
    `INSERT INTO clip_profile (rid, workspace, terms, asks, vector, fingerprint)
     VALUES (?, '${workspace}', ?, ?, ?, ?)`,
  );
  const unprofiled = db.prepare(
    `INSERT INTO unprofiled (workspace, clip) VALUES ('${workspace}', ?)`,
  );
  const summary = JSON.stringify([SENTENCE, SENTENCE, SENTENCE]);
  const blocks = JSON.stringify(
    Array.from({ length: 8 }, () => ({ kind: 'paragraph', runs: [{ text: SENTENCE }] })),
  );
  db.exec('BEGIN');
  for (let index = 0; index < clips; index += 1) {
    const rid = number * 2 ** 32 + index + 1;
    const id = `01950000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
    const url = `https://paper.example/${index}`;
    const day = dayOf(index);
    const section = JSON.stringify([['Chính trị', 'Kinh tế', 'Thể thao', 'Văn hóa'][index % 4]]);
    const published = `${day}T08:05:00+07:00`;
    clip.run(
      rid,
      id,
      url,
      url,
      `Tin số ${index}`,
      section,
      published,
      day,
      day,
      summary,
      index + 1,
    );
    content.run(rid, blocks);
    const made = PROFILES[index % TEXTS];
    if (index === DAY_CLIPS) unprofiled.run(rid);
    else if (made) profile.run(rid, made.terms, made.asks, made.vector, made.fingerprint);
    keep.run(id, rid, day, index + 1);
    count.run('published', day);
    count.run('kept', day);
  }
  db.exec('COMMIT');
};

/** How many clips each of the other libraries has. */
const NEIGHBOUR_CLIPS = 1_000;

/** Makes a library of so many clips in a data folder, and others beside it. */
export const seed = (data: string, clips: number, neighbours = 0): void => {
  const db = openDatabase(data);
  migrate(db);
  seedOwner(db);
  const libraries = [{ workspace: WORKSPACE, number: 1, clips }];
  for (let nth = 1; nth <= neighbours; nth += 1)
    libraries.push({ workspace: `near-${nth}`, number: nth + 1, clips: NEIGHBOUR_CLIPS });
  for (const library of libraries) {
    seedLibrary(db, library);
    seedClips(db, library);
  }
  db.close();
};
