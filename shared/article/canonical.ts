// The address that stands for an article, so that two ways to it make one clip.
import { fitAddress, resolve, routeOf, sameSite, withoutTracking } from './address.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';

/** What the page says of itself, where it can be true: on the same site, and no front page for an inner one. */
export const readCanonical = (page: Page): string => {
  const said = [
    page.document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    metaValue(page.meta, 'og:url'),
  ];
  for (const href of said) {
    const address = resolve(href, page.base);
    if (!address) continue;
    const url = new URL(address);
    const isFront = url.pathname === '/' && url.search === '';
    // What stands for all pages of a site that are named by their fragments stands for none of them.
    if (routeOf(page.url) !== routeOf(url)) continue;
    if (sameSite(url, page.url) && (!isFront || page.url.pathname === '/'))
      return withoutTracking(address);
  }
  return withoutTracking(fitAddress(page.url));
};
