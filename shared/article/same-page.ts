// Which addresses lead to the same page: those of one page for phones, for AMP, with and without what counts visits.
// A page that is not recognised is kept once more; one that is taken for another is lost, so in doubt they differ.
import { isTracking, registrable, routeOf } from './address.ts';

/** How addresses are compared. What was stored by another version is compared anew. */
export const SAME_PAGE_VERSION = 1;

// google.com/amp/s/news.example/a, news-example.cdn.ampproject.org/c/s/news.example/a; `s` stands for https.
const AMP_CACHES: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, /^\/amp\/(?:s\/)?(.+)$/],
  [/(?:^|\.)cdn\.ampproject\.org$/, /^\/[acv]\/(?:s\/)?(.+)$/],
];

/** The address that an AMP cache holds a copy of, or the address itself. */
const outOfCache = (url: URL): URL => {
  for (const [host, path] of AMP_CACHES) {
    const copied = host.test(url.hostname) ? path.exec(url.pathname)?.[1] : undefined;
    // Without a dot it is no host.
    const found =
      copied && /^[^/]+\.[^/]+/.test(copied) ? URL.parse(`https://${copied}${url.search}`) : null;
    if (found) return found;
  }
  return url;
};

const OTHER_FORMS = new Set(['www', 'm', 'mobile', 'amp']);

// Left of the name that a site registers: 'en.m.news.example' is 'en.news.example', 'm.com.vn' is nothing else.
const hostKey = ({ hostname, port }: URL): string => {
  const site = registrable(hostname);
  const before = hostname.slice(0, hostname.length - site.length).split('.');
  const host = [...before.filter((label) => label && !OTHER_FORMS.has(label)), site].join('.');
  return port ? `${host}:${port}` : host;
};

// What an article's address ends with: '/amp' behind no such end may be the name of a section, which is another page.
const ARTICLE = /[^/]*[-\d.][^/]*$/;

// '/a-1/amp', '/amp/a-1', '/a.amp', '/a.amp.html'.
const pathKey = ({ pathname }: URL): string => {
  const path = pathname
    .replace(/\/+$/, '')
    .replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase())
    .replace(/\.amp(?=(?:\.html?)?$)/, '');
  const plain = path.replace(/^\/amp(?=\/)/, '').replace(/\/amp$/, '');
  return ARTICLE.test(plain) ? plain : path;
};

const AMP_QUERY =
  /^(?:_?amp(?:=(?:1|true|amp)?)?|output(?:type)?=amp|amp_(?:js_v|gsa|tf)=.*|usqp=.*)$/i;

const queryKey = ({ search }: URL): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair) && !AMP_QUERY.test(pair))
    .sort()
    .join('&');

/** What is the same of two http(s) addresses that lead to the same page. */
export const addressKey = (address: string): string => {
  const url = outOfCache(new URL(address));
  return `${hostKey(url)}${pathKey(url)}?${queryKey(url)}${routeOf(url)}`;
};

/**
 * The keys by which a page is known: that of the address that stands for it, and that of the one that was open.
 * Where the one that was open names its page in the fragment, the other stands for all pages there.
 */
export const pageKeys = ({
  url,
  canonicalUrl,
}: {
  url: string;
  canonicalUrl: string;
}): string[] => {
  const opened = addressKey(url);
  if (routeOf(new URL(url)) !== '') return [opened];
  return [...new Set([addressKey(canonicalUrl), opened])];
};
