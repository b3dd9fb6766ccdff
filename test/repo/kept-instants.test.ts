// A library from before clips kept the instants that their days follow from gets them of what it has.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../worker/db/migrations');

test('clips from before get the instants of their keeps and of the last word on their date', () => {
  const db = new DatabaseSync(':memory:');
  const apply = (wanted: (name: string) => boolean): void => {
    for (const name of readdirSync(MIGRATIONS).sort().filter(wanted))
      db.exec(readFileSync(path.join(MIGRATIONS, name), 'utf8'));
  };
  apply((name) => name < '0021');
  const columns = `canonical_url, url, title, section, authors, day, kept_day, summary, words`;
  const values = `'u' || rid, '', '', '[]', '[]', '', kept_day, '[]', 0`;
  db.exec(`
    INSERT INTO library (workspace, number, zone, language) VALUES ('w', 1, 'Asia/Ho_Chi_Minh', 'en');
    INSERT INTO clip (workspace, rid, id, seq, filled_seq, changed_at, ${columns})
      SELECT 'w', rid, 'c' || rid, rid, iif(rid = 5, NULL, rid), '2026-03-20T00:00:00.000Z', ${values}
      FROM (SELECT column1 AS rid, column2 AS kept_day FROM (VALUES
        (1, '2026-03-10'), (2, '2026-03-10'), (3, '2026-03-10'), (4, '2026-03-10'), (5, '')));
    INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, seq, changed_at) VALUES
      ('w', 'k1', 1, 'a', '2026-03-10T08:00:00.000Z', '2026-03-10', 1, '2026-03-11T09:00:00.000Z'),
      ('w', 'k1b', 1, 'b', '2026-03-09T08:00:00.000Z', '2026-03-09', 9, '2026-03-09T09:00:00.000Z'),
      ('w', 'k2', 2, 'a', '2026-03-10T08:00:00.000Z', '2026-03-10', 2, '2026-03-10T09:00:00.000Z'),
      ('w', 'k3', 3, 'a', '2026-03-01T08:00:00.000Z', '2026-03-01', 8, '2026-03-01T09:00:00.000Z'),
      ('w', 'k5', 5, 'a', '2026-03-10T08:00:00.000Z', '2026-03-10', 5, '2026-03-10T09:00:00.000Z');
    INSERT INTO correction (workspace, clip, seq, account, at, fields) VALUES
      ('w', 2, 6, 'a', '2026-03-15T09:00:00.000Z', '{"published":{"before":null,"after":null}}'),
      ('w', 2, 7, 'a', '2026-03-16T09:00:00.000Z', '{"title":{"before":"","after":"T"}}');
    INSERT INTO trash (workspace, rid, id, seq, filled_seq, deleted_at, deleted_by, expires_at, ${columns})
      SELECT 'w', rid, 'c' || rid, 9, 9, '', 'a', '9999', ${values}
      FROM (SELECT 7 AS rid, '2026-03-10' AS kept_day);
    INSERT INTO trash_row (workspace, clip, kind, saved) VALUES
      ('w', 'c7', 'keep', '{"id":"k7","kept_at":"2026-03-10T03:00:00.000Z","kept_day":"2026-03-10"}'),
      ('w', 'c7', 'correction', '{"at":"2026-03-12T03:00:00.000Z","fields":"{\\"published\\":{}}"}')`);
  apply((name) => name >= '0021');
  const found = db
    .prepare(
      `SELECT id, kept_at, dated_at FROM clip UNION ALL SELECT id, kept_at, dated_at FROM trash ORDER BY id`,
    )
    .all();
  expect(found.map((row) => Object.values(row))).toEqual([
    ['c1', '2026-03-10T08:00:00.000Z', '2026-03-11T09:00:00.000Z'],
    ['c2', '2026-03-10T08:00:00.000Z', '2026-03-15T09:00:00.000Z'],
    // Filled in from a keep that is gone, or by who had kept the address before.
    ['c3', '2026-03-10T12:00:00.000Z', '2026-03-10T12:00:00.000Z'],
    ['c4', '2026-03-10T12:00:00.000Z', '2026-03-10T12:00:00.000Z'],
    ['c5', null, null],
    ['c7', '2026-03-10T03:00:00.000Z', '2026-03-12T03:00:00.000Z'],
  ]);
  db.close();
});
