// What libraries are called where one chooses among them: as the pages call them, and by their servers before that.
import type { Texts } from '../../shared/locales/index.ts';
import { calledApart, endOf } from '../../shared/text/apart.ts';
import { type Destination, destinationOf, isSameDestination } from './operation.ts';
import type { Connection } from './storage.ts';

/** Where a library lies. */
export const hostOf = ({ server }: Pick<Destination, 'server'>): string =>
  URL.parse(server)?.host ?? server;

const librariesOf = (connection: Connection, { panel }: Texts) =>
  connection.workspaces.map(({ id, name, role }) => ({
    destination: { ...destinationOf(connection), workspace: id },
    name,
    marks: [hostOf(connection), panel.roles[role], endOf(id), endOf(connection.account)],
  }));

/** How each library of these connections is called among them all. */
export const libraryNames = (
  connections: readonly Connection[],
  texts: Texts,
): ((destination: Destination) => string) => {
  const all = connections.flatMap((connection) => librariesOf(connection, texts));
  const called = calledApart(all);
  return (destination) => {
    const found = all.find((one) => isSameDestination(one.destination, destination));
    return (found && called.get(found)) ?? destination.workspace;
  };
};
