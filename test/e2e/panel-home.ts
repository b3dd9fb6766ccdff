// `test` with a real installation to keep in, a browser that can be killed and started again, and what must be
// true of the library and the outbox in the end.
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';
import { databaseFile } from '../../worker/local/database.ts';
import { type Dateline, freshProfile, startDateline } from '../../worker/local/demo/browser.ts';
import { claim, pair } from '../../worker/local/demo/first-hour.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { whole, WHOLE_SQL } from '../whole-library.ts';
import { test as base } from './panel-test.ts';

type Row = Record<string, unknown>;

/** A real installation, and its library seen from below. */
export class Home {
  readonly origin: string;
  /** Makes the installation one's own, once. */
  readonly claimLink: string;
  readonly #database: DatabaseSync;

  constructor({ origin, claim: link }: Installation, data: string) {
    this.origin = origin;
    this.claimLink = link ?? '';
    this.#database = new DatabaseSync(databaseFile(data), { readOnly: true });
  }

  /** Claims it and pairs the extension with it, by the clicks of a person. */
  async connect(dateline: Dateline): Promise<void> {
    await (await claim(dateline, this.claimLink)).close();
    await pair(dateline, this.origin, 'en');
  }

  query(sql: string, ...values: string[]): Row[] {
    return this.#database.prepare(sql).all(...values);
  }

  /** How often the library has the clip of an address. */
  copiesOf(address: string): number {
    return this.query('SELECT 1 FROM clip WHERE canonical_url = ?', address).length;
  }

  /** Fails unless the library is whole and holds so many clips, each kept once by one write. */
  expectWhole(clips: number): void {
    expect(this.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const [library] = this.query('SELECT workspace FROM library');
    const [counted] = this.query(WHOLE_SQL, String(library?.['workspace']));
    const lastSeq = Number(counted?.['lastSeq']);
    expect(counted).toEqual({ ...whole(clips), lastSeq });
    // Each save takes a number; clips of one text join a story, which takes more.
    expect(lastSeq).toBeGreaterThanOrEqual(clips);
  }

  close(): void {
    this.#database.close();
  }
}

export const test = base.extend<{ home: Home; start: () => Promise<Dateline> }>({
  home: async ({}, use) => {
    const { folder, remove } = temporaryFolder();
    const installation = await install(folder);
    const home = new Home(installation, folder);
    await use(home);
    home.close();
    await installation.stop();
    remove();
  },
  /** Starts the browser in the profile of this test, as a person does after it has ended. */
  start: async ({}, use) => {
    const { profile, remove } = await freshProfile();
    let running: Dateline | undefined;
    await use(async () => {
      running = await startDateline(profile);
      return running;
    });
    await running?.context.close();
    await remove();
  },
});

// Counted in the store itself: what lies there by half would be on no page.
const COUNT_OUTBOX = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('dateline');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const tx = db.transaction(['operations', 'bytes']);
    const operations = tx.objectStore('operations').count();
    const bytes = tx.objectStore('bytes').count();
    tx.oncomplete = () => {
      db.close();
      resolve({ operations: operations.result, bytes: bytes.result });
    };
  };
})`;

/** How many operations the outbox holds, and how many frozen bytes, seen from a page of the extension. */
export const countOutbox = (page: Page): Promise<unknown> => page.evaluate(COUNT_OUTBOX);

/** Fails unless nothing is left to send and the badge says so. */
export const expectNothingWaits = async (page: Page): Promise<void> => {
  await expect.poll(() => countOutbox(page)).toEqual({ operations: 0, bytes: 0 });
  await expect.poll(() => page.evaluate('chrome.action.getBadgeText({})')).toBe('');
};
