// Pages of a real server in the states that strain them, for axe and for `npm run screens`.
import type { Page } from '@playwright/test';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';
import { claimLibrary } from './web-library.ts';
import { LIBRARIES, type LibraryName, type Made, type WebState } from './web-state.ts';
import { makeLibrary } from './web-states.ts';

export interface WebGallery {
  show: (page: Page, state: WebState, language: InterfaceLanguage) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a server and fills its libraries, each once a language. */
export const openWebGallery = async (
  languages: readonly InterfaceLanguage[],
): Promise<WebGallery> => {
  const data = temporaryFolder();
  const server = await install(data.folder);
  const made = new Map<`${LibraryName} ${InterfaceLanguage}`, Made>();
  for (const language of languages)
    for (const name of LIBRARIES) {
      const where = { origin: server.origin, data: data.folder };
      const library = await claimLibrary(where, { language });
      made.set(`${name} ${language}`, await makeLibrary(name, library, data.folder, language));
    }
  return {
    show: async (page, state, language) => {
      const { of, path, sends, does, opened, signedOut, signedIn, unanswered } = state;
      const library = made.get(`${of} ${language}`);
      if (!library) throw new Error(`No library is made in ${language}.`);
      const cookie = signedIn === 'long-ago' ? library.longAgo : library.cookie;
      const [name = '', value = ''] = cookie.split('=');
      await page.context().clearCookies();
      if (!signedOut) await page.context().addCookies([{ name, value, url: library.origin }]);
      // Who is not signed in is answered in their browser's language.
      await page.setExtraHTTPHeaders({ 'accept-language': language });
      await page.unrouteAll();
      if (unanswered !== undefined)
        await page.route(`**${unanswered}`, (route) =>
          route.request().isNavigationRequest() ? route.continue() : undefined,
        );
      await page.goto(library.origin + (await path(library)));
      if (sends !== undefined) {
        await page.locator(`form[action$="${sends}"] button`).click();
        await page.waitForLoadState();
      }
      await does?.(page);
      await page.waitForLoadState();
      if (opened)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll<HTMLDetailsElement>('main details'))
            details.open = true;
        });
    },
    close: async () => {
      await server.stop();
      data.remove();
    },
  };
};
