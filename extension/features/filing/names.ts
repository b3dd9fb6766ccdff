// The names of tags and collections that a library knows, as it last told them.
import { FilingNames } from '../../../shared/schema/filing-write.ts';
import { foldName } from '../../../shared/text/name.ts';
import type { Filing } from '../../../shared/schema/filing.ts';
import { request } from '../../lib/api.ts';
import { type Connection, namesSetting } from '../../lib/storage.ts';

const NONE: FilingNames = { tags: [], collections: [] };

const keyOf = ({ server, workspace }: Connection): string => `${server}/w/${workspace}`;

/** As many of each as a library tells. */
const MAX_NAMES = 1_000;

const put = (connection: Connection, names: FilingNames): Promise<void> =>
  navigator.locks.request('names', async () => {
    const others = (await namesSetting.get()).filter(
      ({ library }) => library !== keyOf(connection),
    );
    await namesSetting.set([...others, { library: keyOf(connection), ...names }]);
  });

/** The names of a library as this extension knows them, without asking. */
export const knownNames = async (connection: Connection | null): Promise<FilingNames> => {
  if (!connection) return NONE;
  const stored = await namesSetting.get();
  return stored.find(({ library }) => library === keyOf(connection)) ?? NONE;
};

/** Asks a library for its names; null where it does not answer. */
export const askForNames = async (connection: Connection): Promise<FilingNames | null> => {
  const { server, workspace, token } = connection;
  const path = `/api/w/${encodeURIComponent(workspace)}/names`;
  const answer = await request({ server, path, method: 'GET', token, Schema: FilingNames });
  if (answer.kind !== 'ok') return null;
  await put(connection, answer.value);
  return answer.value;
};

const withNew = (known: readonly string[], used: readonly string[]): string[] => {
  const folded = new Set(used.map(foldName));
  return [...used, ...known.filter((name) => !folded.has(foldName(name)))].slice(0, MAX_NAMES);
};

/** Remembers names that were just used, new ones too: what was used last is offered first. */
export const rememberNames = async (connection: Connection, used: Filing): Promise<void> => {
  const known = await knownNames(connection);
  await put(connection, {
    tags: withNew(known.tags, used.tags),
    collections: withNew(known.collections, used.collections),
  });
};
