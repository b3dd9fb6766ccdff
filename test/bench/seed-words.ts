// Words of a library that was seeded: its texts drawn by Zipf's law, indexed as saves would index them.
import { filterWords } from '../../shared/search/words.ts';
import { foldBare } from '../../shared/text/fold.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { seededRandom } from './random.ts';
import { WORKSPACE } from './seeded.ts';

const LAST_ROW = 2 ** 32;
/** Words of a body, and how many different ones there are, the first of them the commonest. */
const BODY = 240;
const VOCABULARY = 60_000;
const TODAY = '2026-03-10';

const COMMON = ['những', 'trung', 'nhà', 'trước', 'thành', 'người', 'ngày', 'trường'];
const wordAt = (place: number): string => COMMON[place] ?? `x${place}`;

/** Words as texts have them: the nth by Zipf's law. */
const draw = (random: () => number, count: number): readonly string[] =>
  Array.from({ length: count }, () => wordAt(Math.floor(VOCABULARY ** random()) - 1));

/** Indexes the clips of a library that was seeded, and tags every hundredth. */
export const indexClips = (data: string, clips: number): void => {
  const db = openDatabase(data);
  const random = seededRandom(clips);
  const search = db.prepare(
    `INSERT INTO clip_search (rowid, title, standfirst, body, folded, features, hooks)
     VALUES (?, ?, ?, ?, ?, ?, '')`,
  );
  const profile = db.prepare('UPDATE clip_profile SET standfirst = ?2 WHERE rid = ?1');
  const retitle = db.prepare('UPDATE clip SET title = ? WHERE rid = ?');
  const tag = db.prepare(
    `INSERT INTO clip_tag (workspace, clip, tag) VALUES ('${WORKSPACE}', ?, 'tag')`,
  );
  db.exec('BEGIN');
  db.exec(
    `INSERT INTO tag (workspace, id, name, folded, seq) VALUES ('${WORKSPACE}', 'tag', 'bão', 'bão', 1)`,
  );
  const sections = ['Chính trị', 'Kinh tế', 'Thể thao', 'Văn hóa'];
  for (let nth = 1; nth <= clips; nth += 1) {
    const rid = LAST_ROW + nth;
    const [title, standfirst, body] = [10, 40, BODY].map((count) => draw(random, count).join(' '));
    const day = new Date(Date.parse(TODAY) - (nth % 900) * 86_400_000).toISOString().slice(0, 10);
    const filters = filterWords({
      title: title ?? '',
      site: 'Báo Tỉnh',
      canonicalUrl: `https://paper.example/${nth}`,
      section: [sections[nth % 4] ?? ''],
      category: null,
      authors: ['Nguyễn Minh'],
      language: 'vi',
      day,
    });
    const folded = foldBare(`${title} ${standfirst} ${body}`);
    search.run(rid, title ?? '', standfirst ?? '', body ?? '', folded, filters.join(' '));
    profile.run(rid, standfirst ?? '');
    retitle.run(title ?? '', rid);
    if (nth % 100 === 0) tag.run(rid);
  }
  db.exec('COMMIT');
  db.close();
};
