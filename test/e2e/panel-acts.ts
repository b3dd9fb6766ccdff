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

/** Gives address and token in the settings, and connects. */
export const paste = async (
  options: Page,
  { origin }: Pick<Library, 'origin'>,
  token: string,
): Promise<void> => {
  const another = options.getByText('Connect another library');
  if (await another.isVisible()) await another.click();
  await options.getByLabel('Server address').fill(origin);
  await options.getByText('Paste a token').click();
  await options.getByLabel('Token', { exact: true }).fill(token);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
};

/** Connects to a library by its token, which takes no page of its own and no second of waiting. Answers the settings page. */
export const connect = async (dateline: Dateline, library: Library): Promise<Page> => {
  const options = await dateline.options();
  await paste(options, library, library.token);
  await expect(options.getByText(`Connected to ${library.workspaces[0]?.name}`)).toBeVisible();
  return options;
};

/** Connects to a library by the page on which a person approves it. Answers the settings page, in front. */
export const pair = async (dateline: Dateline, library: Library): Promise<Page> => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill(library.origin);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  await (await approval).getByRole('button', { name: 'Approve' }).click();
  await expect(options.getByText('Connected to Home')).toBeVisible();
  // A page behind another one is drawn once a second, and each click waits until it stands still.
  await options.bringToFront();
  return options;
};

/** The headline that the panel shows. */
export const headline = (panel: Page) => panel.getByRole('heading', { level: 1 });

/** Opens the form that sets right what was read. */
export const openForm = async (panel: Page): Promise<void> => {
  await panel.getByRole('button', { name: 'Correct…' }).click();
  await expect(panel.getByLabel('Headline')).toBeFocused();
};
