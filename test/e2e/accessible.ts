// What every page has to be for those who use it by other means.
import { expect, type Page } from '@playwright/test';
import { violationsIn } from './violations.ts';

/** Fails unless axe finds nothing to object to, light and dark: of the scheme hang colours alone. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsIn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsIn(page, { runOnly: ['color-contrast'] })).toEqual([]);
};
