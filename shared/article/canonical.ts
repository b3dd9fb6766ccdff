// The address that stands for an article, so that two ways to it make one clip.
import { fitAddress, resolve, sameSite } from './address.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';

const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid?|mc_cid|mc_eid|_ga|_gl|cmpid|icid|ito|ocid|smid|s_cid|ncid|ns_[a-z]+|at_[a-z_]+|spm|zarsrc|xtor|wt_zmc|_hsenc|_hsmi|mkt_tok|vero_id|__twitter_impression)$/i;

/** The address without fragment and tracking parameters; the rest of the query stays as it was written. */
export const withoutTracking = (address: string): string => {
  const url = new URL(address);
  url.hash = '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''));
  url.search = kept.join('&');
  return url.href;
};

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
    if (sameSite(url, page.url) && (!isFront || page.url.pathname === '/'))
      return withoutTracking(address);
  }
  return withoutTracking(fitAddress(page.url));
};
