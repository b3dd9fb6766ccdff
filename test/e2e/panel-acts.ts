// What a person does with the panel and the settings, by the clicks that it takes.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import type { Library } from './panel-library.ts';

/** Reads a page by the toolbar button and presses the button that keeps it. Answers the panel. */
export const readAndKeep = async (dateline: Dateline, address: string): Promise<Page> => {
  const panel = await dateline.read(await dateline.open(address));
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  return panel;
};

/** What the panel shows once the library has the page. */
export const kept = (panel: Page): Locator => panel.getByRole('link', { name: /^Kept in/ });

/** Connects to a library. Answers the settings page. */
export const pair = async (dateline: Dateline, library: Library): Promise<Page> => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill(library.origin);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  await (await approval).getByRole('button', { name: 'Approve' }).click();
  await expect(options.getByText('Connected to Home')).toBeVisible();
  return options;
};

/** The headline that the panel shows. */
export const headline = (panel: Page) => panel.getByRole('heading', { level: 1 });

/** Opens the form that sets right what was read. */
export const openForm = async (panel: Page): Promise<void> => {
  await panel.getByRole('button', { name: 'Correct…' }).click();
  await expect(panel.getByLabel('Headline')).toBeFocused();
};
