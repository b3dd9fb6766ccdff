// Where clips are put: tags and collections.
import type { Unfiled } from '../db/filing-writes.ts';
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { Operations } from '../db/operations.ts';
import type { Filing } from '../../shared/schema/filing.ts';
import type { FilingNames, FilingWrite } from '../../shared/schema/filing-write.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { oneLine } from '../../shared/text/clean.ts';
import { foldName } from '../../shared/text/name.ts';
import { onKeptClip } from './kept-clips.ts';
import { type NamingTools, newFiling } from './naming.ts';
import { type SinceRead, whatever } from './since-read.ts';

// As it was written, and as it would be made.
const folds = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => [name, oneLine(name)]).map(foldName)),
];

/** A filing as it is taken away. */
export const unfiled = ({ tags, collections }: Filing): Unfiled => ({
  tags: folds(tags),
  collections: folds(collections),
});

/**
 * Changes where the clip behind a keep is put, for everybody who keeps it. What is both added and removed is
 * there afterwards. Throws as `onKeptClip` does.
 */
export const fileClip = (
  tools: NamingTools & { operations: Operations; filings: Filings },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  id: string,
  sha256: string,
  { keep, change }: FilingWrite,
  sinceRead: SinceRead = whatever,
): Promise<KeepAnswer> => {
  const operation = { workspace, id, sha256, account, at: tools.now().toISOString() };
  return onKeptClip(
    tools.operations,
    operation,
    keep,
    (clip, since) =>
      tools.filings.write(since, clip, newFiling(tools, change.add), unfiled(change.remove)),
    { needsText: false, sinceRead },
  );
};

/** The names that there are to choose from. */
export const readNames = (
  { filings }: { filings: Filings },
  { workspace }: Pick<Library, 'workspace'>,
): Promise<FilingNames> => filings.names(workspace);
