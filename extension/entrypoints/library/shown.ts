// What the page shows of what it has read: the library, its copy, what was refused, and what stands on a shelf.
import type { Highlight } from '../../../shared/schema/highlight.ts';
import type { Listed } from '../../features/library/listed.ts';
import type { ReadList } from '../../features/library/read.ts';
import { connectionOf } from '../../lib/connections.ts';
import { momentInFull } from '../../lib/days.ts';
import { readHighlights } from '../../lib/highlights.ts';
import { isComplete } from '../../lib/mirror.ts';
import { type Destination, destinationOf, type Operation } from '../../lib/operation.ts';
import type { Connection } from '../../lib/storage.ts';
import { workspaceName } from '../../lib/workspace.ts';
import type { LibraryState } from './LibraryView.tsx';
import type { shelfOf } from './place.ts';

/** The library of a connection, as the page names it and leads there. */
export const libraryOf = (connection: Connection) => ({
  name: workspaceName(connection),
  address: `${connection.server}/w/${encodeURIComponent(connection.workspace)}`,
});

/** How far a copy has come, in words. */
export const copyOf = (
  head: ReadList['head'],
  { language, zone }: Pick<LibraryState, 'language' | 'zone'>,
): LibraryState['copy'] =>
  head && {
    at: head.state.at === null ? null : momentInFull(new Date(head.state.at), language, zone),
    isCut: isComplete(head.state) && head.state.end !== null,
  };

/** What was done here and not taken there. */
export const refusedOf = (operations: readonly Operation[]): LibraryState['refused'] =>
  operations.flatMap(({ id, act, state, title, reason }) =>
    act && state === 'parked' ? [{ id, title, reason: reason ?? '' }] : [],
  );

/** Whether a clip stands on a shelf. */
export const isOnShelf = (
  { state, starred }: Listed,
  shelf: ReturnType<typeof shelfOf>,
): boolean => {
  if (shelf === 'all') return true;
  return shelf === 'starred' ? starred : state === shelf;
};

/** What is marked in the clip that is read, for the library that it goes to. */
export const readMarks = async (
  open: LibraryState['open'],
  openTo: Destination | null,
): Promise<readonly Highlight[]> => {
  if (open === null || open === 'unreadable') return [];
  const connection = await connectionOf(openTo);
  const to = openTo ?? (connection && destinationOf(connection));
  return readHighlights(open.article.canonicalUrl, to);
};
