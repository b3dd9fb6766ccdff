// All tabs of a window, kept by one press, with a right that is asked for then and given back.
import { expect } from '@playwright/test';
import { EXTENSION_ID } from '../../worker/local/demo/browser.ts';
import { test } from './panel-test.ts';

/** Answers yes to the next question for all pages: without a screen nobody can press the browser's own button. */
const ALLOW = `chrome.developerPrivate.addHostPermission('${EXTENSION_ID}', '*://*/*')`;

test('all tabs of the window are kept, each as what it is, and the right to read them is given back', async ({
  dateline,
  pages,
}) => {
  await dateline.open(`${pages.origin}/plain`);
  await dateline.open(`${pages.origin}/empty`);
  await dateline.open(`${pages.origin}/plain#again`);
  const extensions = await dateline.open('chrome://extensions/');
  await extensions.evaluate(ALLOW);
  const tabs = await dateline.open(`chrome-extension://${EXTENSION_ID}/tabs.html`);
  await tabs.getByRole('button', { name: /^Keep all/ }).click();
  await expect(tabs.getByText(/^3 of \d+ tabs are kept\.$/)).toBeVisible();
  await expect(tabs.getByText(/tabs are kept/)).toBeFocused();
  const outcomes = await tabs.getByRole('listitem').locator('.outcome').allInnerTexts();
  expect(outcomes).toEqual(['kept', 'kept as a link', 'kept before']);
  const right = `chrome.permissions.contains({ origins: ['http://*/*'] })`;
  expect(await dateline.worker.evaluate(right)).toBe(false);
  const waiting = (await dateline.options()).getByRole('region', { name: 'Not sent yet' });
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
});
