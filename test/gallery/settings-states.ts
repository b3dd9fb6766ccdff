// What was done in the settings, what somebody else did meanwhile, and what is refused for now.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../worker/local/database.ts';
import type { WebLibrary } from './web-library.ts';
import type { Made, WebState } from './web-state.ts';

const LONG_AGO = '2026-01-05T08:00:00.000Z';

/** Signs the owner of a library in long ago, and answers the cookie. */
export const signInLongAgo = ({ workspace, cookie }: WebLibrary, data: string): string => {
  const secret = `long-ago-${workspace}`;
  const database = openDatabase(data);
  database
    .prepare(
      `INSERT INTO session (hash, account, id, device, created_at, expires_at)
       SELECT ?, account, ?, 'Safari, iPhone', ?, '2999-01-01' FROM member WHERE workspace = ? AND role = 'owner'`,
    )
    .run(createHash('sha256').update(secret).digest('hex'), secret, LONG_AGO, workspace);
  database.close();
  return `${cookie.split('=')[0]}=${secret}`;
};

/** Has a library take no preference of anybody, as one that is closed while it moves. */
export const closeSettings = ({ workspace }: WebLibrary, data: string): void => {
  const database = openDatabase(data);
  database.exec(
    `CREATE TRIGGER closed_${workspace} BEFORE INSERT ON preference WHEN NEW.workspace = '${workspace}'
     BEGIN SELECT RAISE(ABORT, 'library-moving'); END`,
  );
  database.close();
};

/** Sends a form that was filled in with another value than there is, and with this one in a field. */
const sendStale =
  (action: string, field: string, typed: string) =>
  async (page: Page): Promise<void> => {
    const form = page
      .locator(`form[action$="${action}"]`)
      .filter({ has: page.locator(`[name="${field}"]`) });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const shown of document.querySelectorAll<HTMLInputElement>('[name="shown"]'))
        shown.value = 'Trước đó';
    });
    await form.locator(`[name="${field}"]`).fill(typed);
    await form.getByRole('button').first().click();
  };

const settings =
  (query = '') =>
  ({ workspace }: Made): string =>
    `/w/${workspace}/settings${query}`;

/** `collection`: the name of one that is there. */
export const settingsStates = (collection: string): WebState[] => [
  { name: 'settings-told', of: 'one', path: settings('?told=named') },
  {
    name: 'settings-both',
    of: 'moving',
    path: settings(),
    does: sendStale('/settings/name', 'name', 'Ban thời sự của một tờ báo có cái tên rất dài'),
  },
  {
    name: 'collection-both',
    of: 'full',
    path: ({ workspace }) => `/w/${workspace}/collection/${encodeURIComponent(collection)}`,
    does: sendStale(
      encodeURIComponent(collection),
      'description',
      'Những gì đã viết về quy hoạch đất đai.',
    ),
  },
  { name: 'closed', of: 'moving', path: settings(), sends: '/settings/look-back' },
  {
    name: 'sign-in-again',
    of: 'full',
    path: () => '/account',
    signedIn: 'long-ago',
    does: (page) => page.locator('#passkeys form[action$="/remove"] button').first().click(),
  },
];
