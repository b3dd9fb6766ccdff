// Several libraries in one extension: each gets what was kept for it, by its own token, and nothing of the others'.
import { expect, type Page } from '@playwright/test';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { connect, kept, pair, paste, readAndKeep } from './panel-acts.ts';
import { Clock } from './panel-clock.ts';
import { type Library, serveLibrary, TOKEN } from './panel-library.ts';
import { test as base } from './panel-test.ts';

const OTHER_TOKEN = 'U'.repeat(43);

/** A second server, of another account. */
const test = base.extend<{ other: Library }>({
  other: async ({}, use) => {
    const other = await serveLibrary();
    other.token = OTHER_TOKEN;
    other.account = 'account-2';
    other.workspaces = [
      { id: 'team', name: 'The team', role: 'editor', zone: 'UTC', language: 'en' },
    ];
    await use(other);
    await other.close();
  },
});

const connectBoth = async (dateline: Dateline, library: Library, other: Library): Promise<Page> => {
  const options = await connect(dateline, library);
  await paste(options, other, OTHER_TOKEN);
  await expect(options.getByText('Connected to The team')).toBeVisible();
  return options;
};

const row = (options: Page, name: string) =>
  options.locator('.connection').filter({ hasText: name });

test('a token that is pasted is tried, and connects by what it may', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await dateline.options();
  await paste(options, library, 'no token');
  await expect(options.getByRole('alert')).toContainText('The server does not take this token.');
  await expect(options.getByLabel('Token', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await options.getByLabel('Token', { exact: true }).fill('X'.repeat(43));
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('alert')).toContainText('The server does not take this token.');
  await options.getByLabel('Token', { exact: true }).fill(` ${TOKEN} `);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByText('Connected to Home')).toBeVisible();
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/plain`))).toBeVisible();
  expect(library.puts[0]?.authorization).toBe(`Bearer ${TOKEN}`);
});

test('what waits for one library is sent there by its own token while another one is used', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect.poll(() => other.puts.length).toBe(1);
  await panel.getByLabel('Keep into').selectOption('The news desk');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();

  const next = await readAndKeep(dateline, `${pages.origin}/other`);
  await expect(kept(next)).toBeVisible();
  expect(library.puts.map(({ workspace, authorization }) => [workspace, authorization])).toEqual([
    ['desk', `Bearer ${TOKEN}`],
  ]);
  other.mood = 'takes';
  await next.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => other.puts.length).toBe(2);
  expect(other.puts[1]).toEqual(other.puts[0]);
  expect(other.puts[0]).toMatchObject({
    workspace: 'team',
    authorization: `Bearer ${OTHER_TOKEN}`,
  });
  expect(library.puts).toHaveLength(1);
  await options.bringToFront();
  await expect(options.getByText('Connected to The news desk')).toBeVisible();
});

test('libraries are switched in the panel, and each knows its own clips alone', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  await connectBoth(dateline, library, other);
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(kept(panel)).toBeVisible();
  const choice = panel.getByLabel('Keep into');
  await expect(choice.locator('optgroup')).toHaveCount(2);
  await choice.selectOption('Home');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  await choice.selectOption('The team');
  await expect(kept(panel)).toBeVisible();
});

test('who disconnects gives the token up at the server, and is told where that could not be reached', async ({
  dateline,
  library,
  other,
}) => {
  const options = await connectBoth(dateline, library, other);
  await row(options, 'Home').getByRole('button', { name: 'Disconnect' }).click();
  await expect.poll(() => library.revoked).toEqual([TOKEN]);
  await expect(row(options, 'Home')).toHaveCount(0);
  await expect(options.getByText('Connected to The team')).toBeVisible();
  await dateline.context.setOffline(true);
  await row(options, 'The team').getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByText('could not be told: revoke the token there')).toBeVisible();
  await expect(options.getByText('Connected to')).toHaveCount(0);
  expect(other.revoked).toEqual([]);
});

test('what a revoked token cannot send is told and kept, and the other library goes on', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('Your library wants to be connected again.')).toBeVisible();
  await options.bringToFront();
  await row(options, 'Home').getByRole('button', { name: 'Use this library' }).click();
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/other`))).toBeVisible();
  await expect(row(options, 'The team')).toContainText('Nothing is lost.');
  await expect(options.locator('.outbox')).toContainText(
    'Your library wants to be connected again.',
  );
});

test('a clip for a library that one no longer belongs to stays here, and can be kept into another', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.mood = 'knows no member';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('You no longer belong to this library')).toBeVisible();
  await options.bringToFront();
  await expect(options.locator('.outbox')).toContainText('The article is kept here');
  await expect(options.getByRole('button', { name: /^Keep into/ })).toHaveCount(0);
  await row(options, 'Home').getByRole('button', { name: 'Use this library' }).click();
  await options.getByRole('button', { name: 'Keep into Home' }).click();
  await expect.poll(() => library.puts.length).toBe(1);
  expect(library.puts[0]?.body).toBe(other.puts[0]?.body);
  expect(library.puts[0]?.id).not.toBe(other.puts[0]?.id);
  await expect(options.locator('.outbox')).toHaveCount(0);
});

test('a clip is not offered to a library in which one only reads', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  library.workspaces = [{ id: 'home', name: 'Home', role: 'viewer', zone: 'UTC', language: 'en' }];
  const options = await connectBoth(dateline, library, other);
  other.mood = 'knows no member';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('You no longer belong to this library')).toBeVisible();
  await panel.getByLabel('Keep into').selectOption('Home (you only read there)');
  await options.bringToFront();
  await expect(options.getByText('Connected to Home')).toBeVisible();
  await expect(options.locator('.outbox')).toContainText('The article is kept here');
  await expect(options.getByRole('button', { name: /^Keep into/ })).toHaveCount(0);
});

test('what one library refused stays while the same page is kept again into another', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.mood = 'knows no member';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('You no longer belong to this library')).toBeVisible();
  await panel.getByLabel('Keep into').selectOption('Home');
  library.mood = 'deleted';
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(panel.getByRole('button', { name: 'Keep again' })).toBeVisible();
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Keep again' }).click();
  await expect(kept(panel)).toBeVisible();
  await options.bringToFront();
  await expect(options.locator('.outbox > li')).toHaveCount(1);
  await expect(options.locator('.outbox')).toContainText('You no longer belong to this library');
});

test('what is marked in a clip goes to the library that the clip waits for, and into no other', async ({
  dateline,
  library,
  other,
  pages,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect.poll(() => other.puts.length).toBe(1);
  await panel.getByLabel('Keep into').selectOption('Home');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  const local = await dateline.context.newPage();
  await local.goto(new URL('/library.html', options.url()).href);
  await local.getByRole('heading', { level: 3 }).getByRole('link').click();
  const text = local.getByRole('dialog').locator('.body');
  await text.press('ArrowRight');
  await expect(local.getByText('Chosen:')).toBeAttached();
  await text.press('2');
  await expect(text.locator('mark[data-kind*=highlight-green]').first()).toBeVisible();
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/other`))).toBeVisible();
  expect(library.puts).toHaveLength(1);
});

test('a workspace that one has joined since is there within a quarter of an hour', async ({
  dateline: started,
  library,
  pages,
}) => {
  const clock = await Clock.start(started, 0);
  const { dateline } = clock;
  await (await connect(dateline, library)).close();
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const choices = panel.getByLabel('Keep into').getByRole('option');
  await expect(choices).toHaveText(['Home', 'The news desk']);
  library.workspaces = [
    ...library.workspaces,
    { id: 'new', name: 'The new team', role: 'editor', zone: 'UTC', language: 'en' },
  ];
  await clock.set(16 * 60_000);
  await panel.evaluate(`chrome.alarms.create('send', { when: 1 })`);
  await expect(choices).toHaveText(['Home', 'The news desk', 'The new team']);
  await clock.remove();
});

test('what a token may not do waits here and is said, until it may', async ({
  dateline,
  library,
  pages,
}) => {
  library.scope = 'clip:read';
  const options = await pair(dateline, library);
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('Dateline may only read there.')).toBeVisible();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  await options.bringToFront();
  await expect(options.locator('.outbox')).toContainText('Dateline may do less than this there.');
  expect(library.puts).toEqual([]);
  library.scope = 'clip:write';
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect again' }).click();
  await (await approval).getByRole('button', { name: 'Approve' }).click();
  await expect.poll(() => library.puts.length).toBe(1);
  await expect(options.getByText('Dateline may only keep there.')).toBeVisible();
});

test('the one connection that an earlier version stored is there as it was', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await dateline.options();
  const connection = {
    server: library.origin,
    account: library.account,
    token: TOKEN,
    workspaces: library.workspaces,
    workspace: 'desk',
    paused: false,
  };
  await options.evaluate(`chrome.storage.local.set(${JSON.stringify({ connection })})`);
  await expect(options.getByText('Connected to The news desk')).toBeVisible();
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/plain`))).toBeVisible();
  expect(library.puts[0]).toMatchObject({ workspace: 'desk', authorization: `Bearer ${TOKEN}` });
});

test('who deletes everything gives all tokens up, and is told where that could not be done', async ({
  dateline,
  library,
  other,
}) => {
  const options = await connectBoth(dateline, library, other);
  other.instead['/api/token'] = { status: 502, headers: {}, body: '' };
  await options.getByRole('button', { name: 'Delete everything here…' }).click();
  await options.getByRole('button', { name: 'Delete for good' }).click();
  await expect(options.getByRole('status').filter({ hasText: 'Everything' })).toHaveText(
    `Everything has been deleted from this computer. Its token still lets in at ${other.origin}, which could not be told: revoke it there, on the page of your account.`,
  );
  expect(library.revoked).toEqual([TOKEN]);
  await options.reload();
  await expect(options.getByText('Connected to')).toHaveCount(0);
});
