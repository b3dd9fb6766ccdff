// How pages name the <meta> elements that hold dates.

/** Names of <meta> that tell when an article was published, the surest first. */
export const PUBLISHED_META = [
  ['article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished'],
  [
    'parsely-pub-date',
    'sailthru.date',
    'cxenseparse:recs:publishtime',
    'article.published',
    'vr:published_time',
  ],
  [
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'published_time',
    'dc.date.issued',
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
  ],
];
/** Names that templates give to the day of the last change or of the copy as well. */
export const DATE_META = [
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'datecreated',
  'article_date_original',
];

/** Names that tell when it was changed. */
export const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dc.date.modified',
  'dcterms.modified',
];
