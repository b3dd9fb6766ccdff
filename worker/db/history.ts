// What became of a clip since its page was read.
import * as v from 'valibot';
import { type ClipHistory, CorrectedFields } from '../../shared/schema/history.ts';
import { batch, firstRow, json, rows } from './database.ts';

const ClipRow = v.object({ id: v.string() });
const who = { account: v.string(), at: v.string() };
const KeepRow = v.pipe(
  v.object({ ...who, copied: v.nullable(v.number()) }),
  v.transform(({ copied, ...row }) => ({ ...row, isCopy: copied === 1 })),
);
const CorrectionRow = v.object({ ...who, fields: json(CorrectedFields) });

const CLIP = '(SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)';

export const makeHistory = (db: D1Database) => ({
  /** The history of a clip; null where there is no such clip. */
  ofClip: async (workspace: string, clip: string): Promise<ClipHistory | null> => {
    const about = (sql: string) => db.prepare(sql).bind(workspace, clip);
    const [found, keeps, corrections] = await batch(db, [
      about('SELECT id FROM clip WHERE workspace = ?1 AND id = ?2'),
      about(
        `SELECT account, kept_at AS at, copied FROM keep INDEXED BY keep_once
         WHERE workspace = ?1 AND clip = ${CLIP} ORDER BY kept_at, account LIMIT 100`,
      ),
      about(
        `SELECT account, at, fields FROM correction WHERE workspace = ?1 AND clip = ${CLIP}
         ORDER BY seq DESC LIMIT 50`,
      ),
    ]);
    if (!firstRow(ClipRow, found)) return null;
    return { keeps: rows(KeepRow, keeps), corrections: rows(CorrectionRow, corrections) };
  },
});
export type History = ReturnType<typeof makeHistory>;
