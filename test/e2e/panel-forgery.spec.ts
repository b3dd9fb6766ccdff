// What a page can learn of the extension, and ask of it in its reader's name: nothing, also where its process has been
// taken over and speaks as our own script in it.
import { expect } from '@playwright/test';
import { connect, readAndKeep } from './panel-acts.ts';
import { test } from './panel-test.ts';

/** Runs as our own script in the tab in front; the panel may put one there. */
const AS_OUR_SCRIPT = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: async () => {
      const said = (promise) => promise.then((value) => JSON.stringify(value), String);
      return {
        sent: await said(chrome.runtime.sendMessage({ kind: 'send', now: true })),
        disk: await said(chrome.storage.local.get(null)),
        memory: await said(chrome.storage.session.get(null)),
      };
    },
  });
  return frame.result;
})()`;

test('a script in a page can neither have anything sent nor read what is stored', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  library.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByRole('button', { name: 'Send now' })).toBeVisible();
  await expect.poll(() => library.puts.length).toBe(1);
  expect(await panel.evaluate(AS_OUR_SCRIPT)).toEqual({
    // What is heeded is answered by null, and not before it was sent.
    sent: expect.not.stringContaining('null'),
    disk: expect.stringContaining('not allowed'),
    memory: expect.stringContaining('not allowed'),
  });
  expect(library.puts.length).toBe(1);
});

test('a mark tells a page neither whose it is nor what of, and only its reader takes it away', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/vi`);
  const panel = await dateline.read(page);
  const names = (): Promise<string[]> => page.evaluate('[...CSS.highlights.keys()]');
  const shown = panel.locator('.summary button').first();
  const show = async (): Promise<string | undefined> => {
    await shown.click();
    await expect(shown).toHaveAttribute('aria-current', 'true');
    const [name, ...others] = await names();
    expect(others).toEqual([]);
    return name;
  };
  const first = await show();
  await panel.keyboard.press('Escape');
  await expect.poll(names).toEqual([]);
  const second = await show();
  for (const name of [first, second]) expect(name).toMatch(/^m[0-9a-f]{8}$/);
  expect(second).not.toBe(first);

  await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))`);
  expect(await names()).toHaveLength(1);
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect.poll(names).toEqual([]);
});
