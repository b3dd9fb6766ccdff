// When the article was published and last changed: every place that tells it is heard, and the day most of them agree on wins.
import type { ArticleDate, DateEvidence } from '../schema/article.ts';
import { type Candidate, isLater, settle, toArticleDate } from './date-candidate.ts';
import { dayInAddress } from './date-address.ts';
import { type DateLine, findDateLines, findStrayDates, findTimeElements } from './date-line.ts';
import { type DateHabits, parseDate } from './date-text.ts';
import { articleLd, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import type { Headline } from './title.ts';
import { pageZones } from './zones.ts';

export interface Dates {
  readonly published: ArticleDate | null;
  readonly modified: ArticleDate | null;
}

// Visible dates and time elements are often one and the same line: together they have one vote.
const VOTES: readonly (readonly [readonly DateEvidence[], number])[] = [
  [['json-ld'], 4],
  [['meta'], 3],
  [['time-element', 'text'], 3],
  [['address'], 3],
];
const PUBLISHED_META = [
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
  ],
  [
    'dcterms.created',
    'dc.date.created',
    'dcterms.date',
    'dc.date',
    'date',
    'datecreated',
    'article_date_original',
  ],
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dc.date.modified',
  'dcterms.modified',
];

/** 3/4 is the fourth of March in the United States and the third of April nearly everywhere else. */
const dateHabits = (page: Page, language: string | null): DateHabits => {
  const domain = page.url.hostname.split('.').at(-1) ?? '';
  const isEnglish = language === null || language.startsWith('en');
  const region = language?.split('-').find((part) => /^[A-Z]{2}$/.test(part));
  const american = region === 'US' || (!region && !/^[a-z]{2}$/.test(domain));
  return {
    order:
      isEnglish && (american || domain === 'us') && !/^(uk|au|nz|ie|in|za)$/.test(domain)
        ? 'mdy'
        : 'dmy',
    language,
  };
};

const votes = (candidates: readonly Candidate[], day: string): number =>
  VOTES.filter(([evidence]) =>
    candidates.some((each) => each.day === day && evidence.includes(each.evidence)),
  ).reduce((sum, [, weight]) => sum + weight, 0);

// Each place has one say, its first; of the winning day the first place that knows the time speaks.
const choose = (candidates: readonly Candidate[]): Candidate | null => {
  const heard = VOTES.flatMap(
    ([evidence]) => candidates.find((each) => evidence.includes(each.evidence)) ?? [],
  );
  const [best] = heard.map(({ day }) => day).sort((a, b) => votes(heard, b) - votes(heard, a));
  const onDay = candidates.filter(({ day }) => day === best);
  const timed = onDay.find(({ time }) => time !== null);
  if (!timed || timed.offset !== null) return timed ?? onDay[0] ?? null;
  const zoned = onDay.find(
    ({ time, offset }) => offset !== null && time?.slice(0, 5) === timed.time?.slice(0, 5),
  );
  return zoned ? { ...timed, offset: zoned.offset, zoneAssumed: zoned.zoneAssumed } : timed;
};

/** When the page says it was published and changed, in the zone it shows, with what that was read from. */
export const readDates = (
  page: Page,
  headline: Headline | null,
  language: string | null,
): Dates => {
  const habits = dateHabits(page, language);
  const zones = pageZones(page, language);
  const lines = headline ? findDateLines(page.document, headline, habits) : [];
  const times = findTimeElements(page.document, headline, habits);
  const seen = [...lines, ...times];
  const read = (values: readonly string[], evidence: DateEvidence): Candidate[] =>
    values.flatMap((value) => {
      const date = parseDate(value, habits);
      return date ? [settle(date, evidence, seen, zones)] : [];
    });
  // Time elements near the headline first, then what stands there as text, then time elements anywhere.
  const near = new Set(lines.map(({ day }) => day));
  const visible = (wanted: (line: DateLine) => boolean): Candidate[] =>
    [
      ...times.filter(({ day }) => near.has(day)),
      ...lines,
      ...times.filter(({ day }) => !near.has(day)),
    ]
      .filter(wanted)
      .map((line) => settle(line, line.source, [], zones));
  const ld = articleLd(page.ld);
  const meta = PUBLISHED_META.flatMap((names) => metaValues(page.meta, ...names));
  const inAddress = dayInAddress(page.url, habits);

  const published = [
    ...read(
      ld.flatMap((each) => [...strings(each['datePublished']), ...strings(each['dateCreated'])]),
      'json-ld',
    ),
    ...read(meta, 'meta'),
    ...visible(({ says }) => says !== 'modified'),
    ...(inAddress ? read([inAddress], 'address') : []),
  ];
  const modified = [
    ...read(
      ld.flatMap((each) => strings(each['dateModified'])),
      'json-ld',
    ),
    ...read(metaValues(page.meta, ...MODIFIED_META), 'meta'),
    ...visible(({ says }) => says === 'modified'),
  ];
  const stray = published.length === 0 ? findStrayDates(page.document, habits) : [];
  // Many sites put 'updated' over the only date that they show.
  const best =
    choose(published) ??
    stray.map((line) => settle(line, line.source, [], zones))[0] ??
    modified.find(({ evidence }) => evidence === 'text' || evidence === 'time-element') ??
    null;
  const changed = modified[0] ?? null;
  return {
    published: best && toArticleDate(best),
    modified: changed && (!best || isLater(changed, best)) ? toArticleDate(changed) : null,
  };
};
