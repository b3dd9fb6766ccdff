// The database as the first version wrote it, under today's code: what waited is sent as it lay, what was kept is known.
import { expect } from '@playwright/test';
import { connect, kept, readAndKeep } from './panel-acts.ts';
import { countOutbox } from './panel-home.ts';
import { test } from './panel-test.ts';

// Writes the database anew as version 1 did, with the fields that there were. It stays open here, as in a tab that
// hears of nothing: `isWanted` is kept once a newer version asks for it. Answers the bytes that wait, by their ids.
const AS_VERSION_1 = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const only = (names) => (stored) => Object.fromEntries(names.map((name) => [name, stored[name]]));
  const newer = await done(indexedDB.open('dateline'));
  const tx = newer.transaction(['operations', 'bytes', 'kept']);
  const [operations, ids, bytes, kept] = await Promise.all([
    done(tx.objectStore('operations').getAll()),
    done(tx.objectStore('bytes').getAllKeys()),
    done(tx.objectStore('bytes').getAll()),
    done(tx.objectStore('kept').getAll()),
  ]);
  newer.close();
  // Asked for in one go: nobody comes in between.
  const deleted = done(indexedDB.deleteDatabase('dateline'));
  const opening = indexedDB.open('dateline', 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('operations', { keyPath: 'order', autoIncrement: true });
    store.createIndex('id', 'id', { unique: true });
    opening.result.createObjectStore('bytes');
    opening.result.createObjectStore('kept', { keyPath: ['server', 'account', 'workspace', 'url'] });
  };
  const opened = done(opening);
  await deleted;
  const older = await opened;
  globalThis.older = older;
  globalThis.isWanted = new Promise((resolve) => { older.onversionchange = () => resolve(older.version); });
  const writing = older.transaction(['operations', 'bytes', 'kept'], 'readwrite');
  const operation = only(['id', 'order', 'capturedAt', 'title', 'url', 'destination', 'state', 'reason', 'attempts', 'nextAt']);
  const entry = only(['server', 'account', 'workspace', 'url', 'keep', 'clip', 'day', 'at']);
  for (const stored of operations) writing.objectStore('operations').add(operation(stored));
  for (const [at, id] of ids.entries()) writing.objectStore('bytes').add(bytes[at], id);
  for (const stored of kept) writing.objectStore('kept').add(entry(stored));
  await new Promise((resolve) => { writing.oncomplete = resolve; });
  return operations.map(({ id }) => ({ id, body: new TextDecoder().decode(bytes[ids.indexOf(id)]) }));
})()`;

test('what the first version left is sent as it lay, once no tab holds that version any more', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/plain`))).toBeVisible();
  library.mood = 'fails';
  await readAndKeep(dateline, `${pages.origin}/other`);
  const panel = await readAndKeep(dateline, `${pages.origin}/vi`);
  await expect(panel.getByText('2 articles are waiting to be sent')).toBeVisible();

  const waiting: unknown = await options.evaluate(AS_VERSION_1);
  expect(waiting).toHaveLength(2);
  const asked = library.puts.length;
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Send now' }).click();
  expect(await options.evaluate('isWanted')).toBe(1);
  expect(library.puts).toHaveLength(asked);
  await options.evaluate('older.close()');

  await expect(kept(panel)).toBeVisible();
  expect(library.puts.slice(asked).map(({ id, body }) => ({ id, body }))).toEqual(waiting);
  expect(await countOutbox(options)).toEqual({ operations: 0, bytes: 0 });
  await expect(
    kept(await dateline.read(await dateline.open(`${pages.origin}/plain`))),
  ).toBeVisible();
});
