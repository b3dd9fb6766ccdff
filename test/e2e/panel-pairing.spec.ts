// Pairing: by the code that the person approves; what was kept goes to the library that it was kept for, and to no other.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { kept, pair, readAndKeep } from './panel-acts.ts';
import { json, page, TOKEN } from './panel-library.ts';
import { test } from './panel-test.ts';

test('what is kept before pairing outlives the worker, and is sent once the person says where', async ({
  dateline,
  library,
  pages,
}) => {
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.locator('.fate')).toContainText('Saved.');
  await dateline.stopWorker(panel);
  await panel.reload();
  await expect(panel.locator('.fate')).toContainText('Saved.');

  const options = await pair(dateline, library);
  expect(library.puts).toEqual([]);
  await expect(options.getByText('Send it to Home?')).toBeVisible();
  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(1);
  expect(library.puts[0]).toMatchObject({ workspace: 'home', authorization: `Bearer ${TOKEN}` });
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('pairing shows the code that the library shows, and survives a reload of its page', async ({
  dateline,
  library,
}) => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill(library.origin);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  await expect(options.getByText('BCDF-GHJK')).toBeVisible();
  expect((await approval).url()).toBe(`${library.origin}/pair?code=BCDF-GHJK`);
  await options.reload();
  await expect(options.getByText('BCDF-GHJK')).toBeVisible();
  library.approved = true;
  await expect(options.getByText('Connected to Home')).toBeVisible();
  // A person of several workspaces chooses one.
  await options.getByLabel('Keep into').selectOption('The news desk');
  await expect(options.getByText('Connected to The news desk')).toBeVisible();
});

test('an address that a token must not be sent to is refused', async ({ dateline }) => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill('http://news.example');
  await options.getByRole('button', { name: 'Connect' }).click();
  await expect(options.getByRole('alert')).toContainText('It needs https');
});

test('a server that is no library is told so, and whatever one is called is text', async ({
  dateline,
  library,
}) => {
  const options = await dateline.options();
  const connect = options.getByRole('button', { name: 'Connect' });
  await options.getByLabel('Server address').fill(library.origin);
  const elsewhere = 'https://elsewhere.example/pair';
  for (const answer of [
    page(200, '<h1>Welcome</h1>'),
    page(200, 'x'.repeat(50_000_000)),
    json(200, { __proto__: null, device_code: {}, user_code: [] }),
    json(201, {
      device_code: 'D'.repeat(43),
      user_code: 'BCDF-GHJK',
      verification_uri: elsewhere,
      verification_uri_complete: elsewhere,
      expires_in: 600,
      interval: 1,
    }),
  ]) {
    library.instead = { '/api/pairings': answer };
    const answered = options.waitForResponse((response) => response.request().method() === 'POST');
    await connect.click();
    await answered;
    await expect(options.getByRole('alert')).toContainText('not like a Dateline server');
    await expect(options.getByText('Approve this code')).toBeHidden();
  }

  const name = '<img src=x onerror="document.title=1">';
  const approved = {
    access_token: TOKEN,
    token_type: 'Bearer',
    scope: 'clip:read clip:write',
    account: 'a',
    workspaces: [{ id: 'home', name, role: 'owner', zone: 'UTC', language: 'en' }],
  };
  library.instead = { '/api/pairings/token': page(200, '<h1>Welcome</h1>') };
  await connect.click();
  await expect(options.getByText('BCDF-GHJK')).toBeVisible();
  library.instead = { '/api/pairings/token': json(200, approved) };
  await expect(options.getByText(`Connected to ${name}`)).toBeVisible();
  await expect(options.locator('img')).toHaveCount(0);
});

test('a refused token stops the sending, loses nothing, and pairing again resumes it', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await pair(dateline, library);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  library.mood = 'takes';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(library.puts[1]?.body).toBe(library.puts[0]?.body);
  await expect(options.getByText('Nothing is lost.')).toBeHidden();
});

test('the interface speaks the language that is chosen', async ({ dateline, pages }) => {
  const options = await dateline.options();
  await options.getByText('Tiếng Việt').click();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Cài đặt Dateline');
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  await expect(panel.getByRole('button', { name: 'Lưu tin này' })).toBeVisible();
  await expect(panel.getByText('Thứ Ba, 27 tháng 12, 2022, 08:05')).toBeVisible();
});

test('approved, it is connected at once, however long the sending takes', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await pair(dateline, library);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  library.mood = 'silent';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect(options.getByText('Nothing is lost.')).toBeHidden();
  await expect(options.getByText('Connected to Home')).toBeVisible();
});

test('another account gets nothing of what was kept for the one before', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await pair(dateline, library);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  library.mood = 'takes';
  library.account = 'account-2';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect(
    options.locator('.connection').filter({ hasText: 'Connected to' }),
  ).not.toContainText('Nothing is lost.');
  const other = await readAndKeep(dateline, `${pages.origin}/other`);
  await expect(kept(other)).toBeVisible();
  await expect(other.getByText('1 article is waiting to be sent')).toBeVisible();
  const sent = library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article.title);
  expect(sent).toEqual(['The register of land opens', 'Another story altogether']);
  expect(library.puts[0]?.id).not.toBe(library.puts[1]?.id);

  // The first one connects again: what was kept for it goes out as it was.
  library.account = 'account-1';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect.poll(() => library.puts.length).toBe(3);
  expect(library.puts[2]).toEqual(library.puts[0]);
});
