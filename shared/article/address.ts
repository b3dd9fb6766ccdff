// Addresses on a page: absolute, http(s), short enough for the contract; and which of them are of one site.

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
const registrable = (host: string): string => {
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  const isSuffix =
    labels.at(-1)?.length === 2 && /^(com|co|net|org|gov|edu|ac|or|ne|go|info)$/.test(second);
  return labels.slice(isSuffix ? -3 : -2).join('.');
};

/** Whether two addresses are of one site: the same registered name, whatever the subdomain. */
export const sameSite = (a: URL, b: URL): boolean =>
  a.hostname === b.hostname || registrable(a.hostname) === registrable(b.hostname);
