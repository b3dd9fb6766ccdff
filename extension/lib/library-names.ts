// What libraries are called where one chooses among them: by their names, and where several have the same one, by what
// tells those apart as well.
import type { Texts } from '../../shared/locales/index.ts';
import { type Destination, destinationOf, isSameDestination } from './operation.ts';
import type { Connection } from './storage.ts';

interface Library {
  destination: Destination;
  name: string;
  /** What may tell it from another one of its name, that first which says the most to a person. */
  marks: readonly string[];
}

/** Where a library lies. */
export const hostOf = ({ server }: Pick<Destination, 'server'>): string =>
  URL.parse(server)?.host ?? server;

/** The end of what no two have the same, as it stands in addresses. */
export const endOf = (id: string): string => `…${id.slice(-4)}`;

const librariesOf = (connection: Connection, { panel }: Texts): Library[] =>
  connection.workspaces.map(({ id, name, role, zone }) => ({
    destination: { ...destinationOf(connection), workspace: id },
    name,
    marks: [
      hostOf(connection),
      panel.roles[role],
      zone.replaceAll('_', ' '),
      endOf(id),
      endOf(connection.account),
    ],
  }));

/** What is read alike is alike. */
const readAs = (name: string): string => name.normalize('NFC').trim().toLowerCase();

const areApart = (names: readonly string[]): boolean =>
  new Set(names.map(readAs)).size === names.length;

/** Those of one name, each with as many marks as it takes until no two are called alike. */
const tellApart = (twins: readonly Library[]): string[] => {
  let names = twins.map(({ name }) => name.trim());
  for (let mark = 0; !areApart(names) && mark < (twins[0]?.marks.length ?? 0); mark += 1) {
    const values = twins.map(({ marks }) => marks[mark] ?? '');
    if (new Set(values).size > 1) names = names.map((name, at) => `${name} · ${values[at]}`);
  }
  return names;
};

/** How each library of these connections is called among them all. */
export const libraryNames = (
  connections: readonly Connection[],
  texts: Texts,
): ((destination: Destination) => string) => {
  const all = connections.flatMap((connection) => librariesOf(connection, texts));
  const named = Map.groupBy(all, ({ name }) => readAs(name));
  const told = Array.from(named.values(), (twins) => {
    const names = tellApart(twins);
    return twins.map(({ destination }, at) => ({ destination, name: names[at] ?? '' }));
  }).flat();
  return (destination) =>
    told.find((one) => isSameDestination(one.destination, destination))?.name ??
    destination.workspace;
};
