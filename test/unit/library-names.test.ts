import { expect, test } from 'vitest';
import { libraryNames } from '../../extension/lib/library-names.ts';
import { destinationOf } from '../../extension/lib/operation.ts';
import type { Connection } from '../../extension/lib/storage.ts';
import { texts } from '../../shared/locales/index.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';

const connection = (
  server: string,
  account: string,
  workspaces: readonly (Pick<WorkspaceSummary, 'id' | 'name'> & Partial<WorkspaceSummary>)[],
): Connection => ({
  server,
  account,
  token: account.repeat(43).slice(0, 43),
  workspaces: workspaces.map((one) => ({ role: 'owner', zone: 'UTC', language: 'en', ...one })),
  workspace: workspaces[0]?.id ?? '',
  scope: 'clip:read clip:write',
  paused: false,
});

const namesOf = (connections: readonly Connection[]): string[] => {
  const nameOf = libraryNames(connections, texts('en'));
  return connections.flatMap((one) =>
    one.workspaces.map(({ id }) => nameOf({ ...destinationOf(one), workspace: id })),
  );
};

const HERE = 'https://news.example';

test('a library is called by its name alone where no other one has it', () => {
  const one = connection(HERE, 'me', [
    { id: 'a', name: 'News' },
    { id: 'b', name: 'Home' },
  ]);
  expect(
    namesOf([one, connection('http://localhost:8787', 'me', [{ id: 'c', name: 'Desk' }])]),
  ).toEqual(['News', 'Home', 'Desk']);
});

test('libraries of one name are told apart by what differs, the plainest first', () => {
  const news = { id: 'news-1111', name: 'News' };
  const twin = { id: 'news-2222', name: 'news ' };
  expect(
    namesOf([connection(HERE, 'me', [news]), connection('http://localhost:8787', 'me', [twin])]),
  ).toEqual(['News · news.example', 'news · localhost:8787']);
  expect(namesOf([connection(HERE, 'me', [news, { ...news, id: 'b', role: 'viewer' }])])).toEqual([
    'News · Owner',
    'News · Viewer',
  ]);
  expect(namesOf([connection(HERE, 'me', [news, { ...news, id: 'news-2222' }])])).toEqual([
    'News · …1111',
    'News · …2222',
  ]);
  // One library, by two accounts.
  expect(namesOf([connection(HERE, 'lan-1', [news]), connection(HERE, 'minh', [news])])).toEqual([
    'News · …an-1',
    'News · …minh',
  ]);
});
