// The name of the site, and the picture that stands for the article.
import { clip } from '../text/clean.ts';
import { resolve } from './address.ts';
import { articleLd, isType, names, objects, strings } from './json-ld.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';

const MAX_SITE = 200;

/** The site's name as it calls itself; null where it does not say. */
export const readSite = (page: Page): string | null => {
  const said = [
    metaValue(page.meta, 'og:site_name'),
    ...articleLd(page.ld).flatMap((ld) => names(ld['publisher'])),
    ...page.ld.filter((ld) => isType(ld, 'WebSite', 'Organization')).flatMap((ld) => names(ld)),
    metaValue(page.meta, 'application-name', 'apple-mobile-web-app-title'),
  ];
  const name = said.find((value) => value && !/^https?:/.test(value));
  return name ? clip(name, MAX_SITE) : null;
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
