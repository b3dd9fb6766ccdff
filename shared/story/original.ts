// Which clip of a story goes first: the one that others were taken from, else the earliest.
import { publishedDay, publishedTime } from '../digest/days.ts';
import { foldBare } from '../text/fold.ts';

/** What a clip says of where it comes from. */
export interface Origin {
  readonly id: string;
  readonly url: string;
  readonly site: string | null;
  /** Whom it was taken from ('Theo: …'), and where it stands there. */
  readonly attribution: string | null;
  readonly attributionUrl?: string | null;
  /** Instant, local time or day, as the page told it. */
  readonly published: string | null;
  /** The day on which it was kept; ids are in the order of keeping. */
  readonly keptDay: string;
}

const LEAST_NAME = 3;
// What a name begins with that the same name elsewhere leaves out: 'báo Nhân Dân', 'trang VnExpress'.
const KIND = /^(?:bao dien tu|bao|tap chi|trang|dai|the) /;
const HOST_PREFIX = /^(?:www|m|amp|mobile)\./;

const hostOf = (url: string | null | undefined): string | null =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(HOST_PREFIX, '') : null;

/** Without scheme, prefixes of the host, query and fragment: the same page. */
const pageOf = (url: string | null | undefined): string | null =>
  url && URL.canParse(url) ? `${hostOf(url)}${new URL(url).pathname.replace(/\/$/, '')}` : null;

const nameOf = (name: string): string => foldBare(name).replace(KIND, '').replaceAll(' ', '');

/** 'Thông tấn xã Việt Nam' is 'TTXVN' too. */
const initialsOf = (name: string): string =>
  foldBare(name)
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

/** The names under which others may speak of a clip's source. */
const namesOf = ({ url, site }: Origin): ReadonlySet<string> => {
  const host = hostOf(url) ?? '';
  const names = [nameOf(host), nameOf(host.split('.')[0] ?? '')];
  if (site) names.push(nameOf(site), initialsOf(site));
  return new Set(names.filter(({ length }) => length >= LEAST_NAME));
};

const pointsTo = (from: Origin, to: Origin): boolean => {
  if (from === to) return false;
  const page = pageOf(from.attributionUrl);
  if (page !== null && page === pageOf(to.url)) return true;
  const host = hostOf(from.attributionUrl);
  if (host !== null && host === hostOf(to.url)) return true;
  // A page that names its own site says nothing of others.
  if (!from.attribution || hostOf(from.url) === hostOf(to.url)) return false;
  const named = [nameOf(from.attribution), initialsOf(from.attribution)];
  const names = namesOf(to);
  return named.some((name) => names.has(name));
};

/** When it was published as far as it is known: the day, then the time, which is later than all of them where none is told. */
const timeOf = ({ published, keptDay }: Origin, zone: string): string => {
  const day = published && publishedDay(published, zone);
  if (!day) return `${keptDay} 24:01`;
  return `${day} ${publishedTime(published, zone) ?? '24:00'}`;
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The clips of a story, its original first and the others by when they were published, then kept. The
 * original is whom most others were taken from that says itself of nobody that it was taken from them; where no clip
 * points at another, the earliest.
 *
 * @param zone The workspace's zone: instants are moved into it, a local time or a day counts as written.
 */
export const originalFirst = <Clip extends Origin>(
  clips: readonly Clip[],
  zone: string,
): readonly Clip[] => {
  if (clips.length < 2) return clips;
  const ranked = clips.map((clip) => ({
    clip,
    pointedAt: clips.filter((other) => pointsTo(other, clip)).length,
    points: clips.some((other) => pointsTo(clip, other)),
    time: timeOf(clip, zone),
  }));
  const byTime = ranked.toSorted(
    (a, b) => compare(a.time, b.time) || compare(a.clip.id, b.clip.id),
  );
  const pointed = byTime.filter(({ pointedAt }) => pointedAt > 0);
  const sources = pointed.filter(({ points }) => !points);
  const [original] = (sources.length > 0 ? sources : pointed).toSorted(
    (a, b) => b.pointedAt - a.pointedAt,
  );
  const rest = byTime.filter((each) => each !== original);
  return [...(original ? [original] : []), ...rest].map(({ clip }) => clip);
};
