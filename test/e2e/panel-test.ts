// `test` with pages to read and a library to keep in, beside the Chromium with Dateline in it.
import { test as base } from './browser.ts';
import { type Library, serveLibrary } from './panel-library.ts';
import { type Pages, servePages } from './panel-pages.ts';

/** The pages are served once; each test has a library of its own. */
export const test = base.extend<{ library: Library }, { pages: Pages }>({
  pages: [
    async ({}, use) => {
      const pages = await servePages();
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
  library: async ({}, use) => {
    const library = await serveLibrary();
    await use(library);
    await library.close();
  },
});
