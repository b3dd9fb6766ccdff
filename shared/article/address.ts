// Addresses: absolute, http(s), short enough for the contract, without what only counts visits; and which of
// them are of one site.

const MAX_ADDRESS = 2_048;

/** `href` against `base` as an http(s) address that the contract holds, or null. */
export const resolve = (href: string | null | undefined, base: URL): string | null => {
  if (!href?.trim()) return null;
  const url = URL.parse(href.trim().toWellFormed(), base.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.href.length > MAX_ADDRESS) return null;
  return url.href;
};

/** The address itself, or the longest part of it that still leads near: without fragment, query, end of path. */
export const fitAddress = (url: URL): string => {
  if (url.href.length <= MAX_ADDRESS) return url.href;
  const bare = `${url.origin}${url.pathname}`;
  return bare.length <= MAX_ADDRESS ? bare : bare.slice(0, MAX_ADDRESS).replace(/%.?$/, '');
};

/** The part of a host name that a site registers, near enough: 'vnews.example.com.vn' -> 'example.com.vn'. */
export const registrable = (host: string): string => {
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  const isSuffix =
    labels.at(-1)?.length === 2 && /^(com|co|net|org|gov|edu|ac|or|ne|go|info)$/.test(second);
  return labels.slice(isSuffix ? -3 : -2).join('.');
};

/** Whether two addresses are of one site: the same registered name, whatever the subdomain. */
export const sameSite = (a: URL, b: URL): boolean =>
  a.hostname === b.hostname || registrable(a.hostname) === registrable(b.hostname);

const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid?|mc_cid|mc_eid|_ga|_gl|cmpid|icid|ito|ocid|smid|s_cid|ncid|ns_[a-z]+|at_[a-z_]+|spm|zarsrc|xtor|wt_zmc|_hsenc|_hsmi|mkt_tok|vero_id|__twitter_impression)$/i;

/** Whether a part of a query, `name=value`, only counts visits. */
export const isTracking = (pair: string): boolean => TRACKING.test(pair.split('=')[0] ?? '');

/** The part of an address that names a page by its fragment, '#!/a' or '#/a'; '' where that is a place on a page. */
export const routeOf = ({ hash }: URL): string => (/^#!?\//.test(hash) ? hash : '');

/**
 * The address without tracking parameters, and without fragment unless that names the page; the rest of the query stays
 * as it was written.
 */
export const withoutTracking = (address: string): string => {
  const url = new URL(address);
  url.hash = routeOf(url);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  url.search = kept.join('&');
  return url.href;
};
