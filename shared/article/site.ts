// The name of the site, and the picture that stands for the article.
import { clip } from '../text/clean.ts';
import { resolve } from './address.ts';
import { articleLd, isType, names, objects, strings } from './json-ld.ts';
import { metaValue, metaValues } from './meta.ts';
import type { Page } from './page.ts';

const MAX_SITE = 200;

/** What the page calls its site, likeliest first. */
export const declaredNames = (page: Page): readonly string[] =>
  [
    ...metaValues(page.meta, 'og:site_name'),
    ...articleLd(page.ld).flatMap((ld) => names(ld['publisher'])),
    ...page.ld.filter((ld) => isType(ld, 'WebSite', 'Organization')).flatMap((ld) => names(ld)),
    ...metaValues(page.meta, 'application-name', 'apple-mobile-web-app-title'),
  ].filter((name) => !/^https?:/.test(name));

/** The site's name as it calls itself; null where it does not say. */
export const readSite = (page: Page): string | null => {
  const [name] = declaredNames(page);
  return name === undefined ? null : clip(name, MAX_SITE);
};

/** Every name the site goes by: its own, its host, and its host without the domain. */
export const siteNames = (page: Page): readonly string[] => {
  const host = page.url.hostname.replace(/^www\./, '');
  const labels = host.split('.').filter((label) => label.length > 3);
  return [...declaredNames(page), host, ...labels];
};

/** The lead image: what the page shows where it is shared, else what its JSON-LD names. */
export const readLeadImage = (page: Page): string | null => {
  const said = [
    metaValue(page.meta, 'og:image:secure_url', 'og:image', 'og:image:url'),
    metaValue(page.meta, 'twitter:image', 'twitter:image:src'),
    ...articleLd(page.ld).flatMap((ld) => strings(ld['image'])),
    ...articleLd(page.ld).flatMap((ld) =>
      objects(ld['image']).flatMap((image) => strings(image['url'])),
    ),
  ];
  for (const href of said) {
    const address = resolve(href, page.base);
    if (address) return address;
  }
  return null;
};
