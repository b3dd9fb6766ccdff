/** Words for the facts of an article, used by the panel and by the pages. */
export const article = {
  takenFrom: (source: string) => `From: ${source}`,
  minutes: (count: number) => `${count} min read`,
  views: (count: string) => `${count} views`,
  evidence: {
    'json-ld': 'read from the page’s structured data',
    meta: 'read from the page’s metadata',
    'time-element': 'read from a time mark on the page',
    text: 'read from the date line on the page',
    address: 'read from the page’s address',
    reader: 'corrected by you',
  },
  zoneAssumed: 'time zone assumed',
  noDate: 'No date on the page',
};
