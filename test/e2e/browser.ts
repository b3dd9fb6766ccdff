// Playwright's `test` with a Chromium that has Dateline in it.
import { test as base } from '@playwright/test';
import {
  type Dateline,
  launchDateline,
  type LaunchOptions,
} from '../../worker/local/demo/browser.ts';

/** `test` with a Chromium of its own for each test; `test.use({ launch: … })` sets language and zone. */
export const test = base.extend<{ launch: Partial<LaunchOptions>; dateline: Dateline }>({
  launch: [{}, { option: true }],
  dateline: async ({ launch }, use) => {
    const { dateline, close } = await launchDateline(launch);
    await use(dateline);
    await close();
  },
});
