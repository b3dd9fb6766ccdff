// An instant as the clocks of a zone show it. Formats of dates know that, and are slow: a day asks for each of its clips, so
// that what they said of an offset is remembered.

/** `day` is `YYYY-MM-DD`, `time` `HH:MM`. */
export interface LocalTime {
  day: string;
  time: string;
}

const DAY = 86_400_000;
/** Within these the calendar of every zone has years of four digits. */
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(9999, 11, 29);

// Kept for each zone: making one costs ten times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      era: 'short',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  formats.set(zone, format);
  return format;
};

const partsIn = (instant: Date, zone: string): Record<string, string> =>
  Object.fromEntries(
    formatIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );

/** How far the clocks of a zone are ahead of UTC, in milliseconds, at a whole second. */
const offsetAt = (second: number, zone: string): number => {
  const { year, month, day, hour, minute, second: past } = partsIn(new Date(second), zone);
  return (
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(past),
    ) - second
  );
};

/** The offsets of days of UTC by their zones; null where the clocks are changed within the day. */
const offsets = new Map<string, Map<number, number | null>>();
/** How many days are remembered of a zone, and how many zones. */
const MOST_DAYS = 5_000;
const MOST_ZONES = 50;

const offsetOn = (utcDay: number, zone: string): number | null => {
  if (offsets.size > MOST_ZONES) offsets.clear();
  const known = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, known);
  const remembered = known.get(utcDay);
  if (remembered !== undefined) return remembered;
  const [begins, ends] = [utcDay, utcDay + 1].map((day) => offsetAt(day * DAY, zone));
  const offset = begins !== undefined && begins === ends ? begins : null;
  if (known.size > MOST_DAYS) known.clear();
  known.set(utcDay, offset);
  return offset;
};

/** An instant of any year in a zone; the year before 1 counts as 0 (ISO 8601). */
export const localTime = (instant: Date, zone: string): LocalTime => {
  const at = instant.getTime();
  const offset = at >= FIRST && at <= LAST ? offsetOn(Math.floor(at / DAY), zone) : null;
  if (offset !== null) {
    const shown = new Date(at + offset).toISOString();
    return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
  }
  const { era, year, month, day, hour, minute } = partsIn(instant, zone);
  const counted = era === 'BC' ? 1 - Number(year) : Number(year);
  return {
    day: `${String(counted).padStart(4, '0')}-${month}-${day}`,
    time: `${hour}:${minute}`,
  };
};
