/** Words of the page that tells how full a library is. */
const { format: n } = new Intl.NumberFormat('en');

const megabytes = (bytes: number): string =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 }).format(bytes / 1e6)} MB`;

export const fullness = {
  title: 'How full it is',
  clips: 'Clips with text',
  number: (count: number): string => n(count),
  size: 'The database',
  sizeOf: (bytes: number, free: number): string =>
    `${megabytes(bytes)}, of ${megabytes(free)} that Cloudflare’s free plan gives a database`,
  sizeUnknown: 'This database does not tell its size.',
  share: (share: number): string => (share < 0.01 ? '< 1%' : `${n(Math.round(share * 100))}%`),
  oldest: 'Oldest article',
  newest: 'Newest article',
  byMonth: 'By month of keeping',
  bySite: 'By site',
  amongNewest: (count: number): string => `Among the ${n(count)} clips that were kept last.`,
  month: 'Month',
  site: 'Site',
  noSite: 'Site unknown',
  furtherSites: 'All further sites',
  empty: 'Nothing is kept yet.',
};
