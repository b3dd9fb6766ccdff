// Pages that no extension may read, told from their address.

/** Why a page cannot be read. `own`: it is Dateline's. `error`: it did not load, or the browser guards it. */
export type Refusal = 'browser' | 'own' | 'error' | 'store' | 'pdf' | 'file' | 'source' | 'other';

const STORES = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore(\/|$)/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(\/|$)/,
  /^https:\/\/addons\.mozilla\.org\//,
];

const SCHEMES: Record<string, Refusal> = {
  'file:': 'file',
  'view-source:': 'source',
  'data:': 'other',
  'blob:': 'other',
  'javascript:': 'other',
};

/** Why the page at an address cannot be read, before anything is tried; null where it may be. */
export const refusalOf = (url: string): Refusal | null => {
  const parsed = URL.parse(url);
  if (!parsed) return 'other';
  if (parsed.protocol === 'http:' || parsed.protocol === 'https:')
    return STORES.some((store) => store.test(parsed.href)) ? 'store' : null;
  // chrome:, about:, edge:, devtools:, moz-extension: and whatever a browser calls its own.
  return SCHEMES[parsed.protocol] ?? 'browser';
};

/**
 * Why a page cannot be read, told from the error of the attempt: of its own pages and its store
 * Chromium does not tell us the address. Null where the error says nothing of the kind.
 */
export const refusalOfError = (message: string): Refusal | null => {
  if (/is showing error page|chrome-error:/i.test(message)) return 'error';
  if (/Cannot access an? (chrome|edge|brave|opera|vivaldi)[\w-]*:\/\//i.test(message))
    return 'browser';
  if (/extensions gallery cannot be scripted/i.test(message)) return 'store';
  return null;
};

/** What a page is that may not be read although the person pointed at it, and whose address says nothing. */
export const refusalUnsaid = (url: string | null): Refusal =>
  url !== null && /^https?:/i.test(url) ? 'error' : 'browser';

/** True where an address looks like a PDF's; only asked once reading has failed. */
export const looksLikePdf = (url: string): boolean =>
  /\.pdf$/i.test(URL.parse(url)?.pathname ?? '');
