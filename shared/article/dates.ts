// When the article was published and last changed: every place that tells it is heard, and the day most of them agree on wins.
import type { ArticleDate, DateEvidence } from '../schema/article.ts';
import { type Candidate, isLater, settle, toArticleDate } from './date-candidate.ts';
import { dayInAddress } from './date-address.ts';
import { DATE_META, MODIFIED_META, PUBLISHED_META } from './date-meta.ts';
import { type DateLine, findDateLines, findTimeElements } from './date-line.ts';
import { relativeDay } from './date-relative.ts';
import { findStrayDates } from './date-stray.ts';
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
const META = 3;
const VAGUE_META = 2;
const VOTES: readonly (readonly [readonly DateEvidence[], number])[] = [
  [['json-ld'], 4],
  [['meta'], META],
  [['time-element', 'text'], 3],
  [['address'], 3],
];
const DAY = 24 * 60 * 60 * 1_000;

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

const votes = (candidates: readonly Candidate[], day: string, metaWeight: number): number =>
  VOTES.filter(([evidence]) =>
    candidates.some((each) => each.day === day && evidence.includes(each.evidence)),
  ).reduce((sum, [evidence, weight]) => sum + (evidence.includes('meta') ? metaWeight : weight), 0);

// A printed paper's pages name the day of the paper, and went online the evening before: an instant
// beats days without a time when they are the next one.
const eveOfPrint = (heard: readonly Candidate[]): Candidate | null => {
  const [first, ...others] = heard;
  if (!first || first.evidence !== 'json-ld' || first.time === null || first.offset === null)
    return null;
  const next = new Date(Date.parse(`${first.day}T00:00Z`) + DAY).toISOString().slice(0, 10);
  const isEve = others.length > 0 && others.every(({ day, time }) => time === null && day === next);
  return isEve ? first : null;
};

// Each place has one say, its first; of the winning day the first place that knows the time speaks.
const choose = (candidates: readonly Candidate[], metaWeight: number): Candidate | null => {
  const heard = VOTES.flatMap(
    ([evidence]) => candidates.find((each) => evidence.includes(each.evidence)) ?? [],
  );
  const eve = eveOfPrint(heard);
  if (eve) return eve;
  const [best] = heard
    .map(({ day }) => day)
    .sort((a, b) => votes(heard, b, metaWeight) - votes(heard, a, metaWeight));
  const onDay = candidates.filter(({ day }) => day === best);
  const timed = onDay.find(({ time }) => time !== null);
  if (!timed || timed.offset !== null) return timed ?? onDay[0] ?? null;
  const zoned = onDay.find(
    ({ time, offset }) => offset !== null && time?.slice(0, 5) === timed.time?.slice(0, 5),
  );
  return zoned ? { ...timed, offset: zoned.offset, zoneAssumed: zoned.zoneAssumed } : timed;
};

const ago = (
  page: Page,
  headline: Headline,
  seenAt: string,
  zone: string | null,
): Candidate | null => {
  const day = relativeDay(page, headline, Date.parse(seenAt), zone);
  return day === null
    ? null
    : { evidence: 'text', day, time: null, offset: null, zoneAssumed: false };
};

/**
 * When the page says it was published and changed, in the zone it shows, with what that was read from.
 *
 * @param seenAt The instant at which the page was read, from which '3 hours ago' counts, or null.
 */
export const readDates = (
  page: Page,
  headline: Headline | null,
  language: string | null,
  seenAt: string | null,
): Dates => {
  const habits = dateHabits(page, language);
  const zones = pageZones(page, language);
  const lines = headline ? findDateLines(page, headline, habits) : [];
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
  const named = PUBLISHED_META.flatMap((names) => metaValues(page.meta, ...names));
  const meta = [...named, ...DATE_META.flatMap((name) => metaValues(page.meta, name))];
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
  // Many sites put 'updated' over the only date that they show.
  const best =
    choose(published, named.length > 0 ? META : VAGUE_META) ??
    modified.find(({ evidence }) => evidence === 'text' || evidence === 'time-element') ??
    (headline && seenAt !== null ? ago(page, headline, seenAt, zones.certain) : null) ??
    findStrayDates(page, habits).map((line) => settle(line, line.source, [], zones))[0] ??
    null;
  const changed = modified[0] ?? null;
  return {
    published: best && toArticleDate(best),
    modified: changed && (!best || isLater(changed, best)) ? toArticleDate(changed) : null,
  };
};
