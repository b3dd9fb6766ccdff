// The statements that begin an import with its first part. They stand in a batch behind `takeSeq`.
import { makeActivityWrites } from './activity-writes.ts';

export interface NewPart {
  import: string;
  number: number;
  account: string;
  sha256: string;
  name: string;
  at: string;
}

/** Files the import that a part is of, and notes the act; nothing where an earlier part did. */
export const beginImport = (
  db: D1Database,
  workspace: string,
  part: NewPart,
): D1PreparedStatement[] => [
  makeActivityWrites(db).importing(workspace, part, part.import),
  db
    .prepare(
      `INSERT INTO import (workspace, id, account, name, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .bind(workspace, part.import, part.account, part.name, part.at),
];
