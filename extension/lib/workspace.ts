// The workspace of a connection that clips go to.
import type { Connection } from './storage.ts';

/** What is known of it; undefined where it is not known any more. */
export const workspaceOf = ({ workspaces, workspace }: Connection) =>
  workspaces.find(({ id }) => id === workspace);

/** What it is called. */
export const workspaceName = (connection: Connection): string =>
  workspaceOf(connection)?.name ?? connection.workspace;
