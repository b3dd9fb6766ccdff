// Which day a clip is of, in zones at both ends of the calendar and over the changes of summer time. The present is an
// argument: it goes through a whole leap year.
import { expect, test } from 'vitest';
import { addDays, dayIn, publishedDay } from '../../shared/digest/days.ts';
import type { ArticleDate } from '../../shared/schema/article.ts';
import { digestDay } from '../../worker/domain/clip-days.ts';

const HOUR = 3_600_000;
const SUMMER = [Date.UTC(2024, 2, 10, 7), Date.UTC(2024, 10, 3, 6)] as const;

/** Hours that a zone's clocks are ahead of UTC in 2024, told apart from the code that is tested. */
const AHEAD: Readonly<Record<string, (instant: number) => number>> = {
  'Pacific/Kiritimati': () => 14,
  'Pacific/Pago_Pago': () => -11,
  'America/New_York': (instant) => (instant >= SUMMER[0] && instant < SUMMER[1] ? -4 : -5),
};
const ZONES = Object.keys(AHEAD);

const dayAt = (instant: number, zone: string): string =>
  new Date(instant + (AHEAD[zone]?.(instant) ?? 0) * HOUR).toISOString().slice(0, 10);

const dayOnly = (value: string): ArticleDate => ({ precision: 'day', value, evidence: 'meta' });
const local = (day: string): ArticleDate => ({
  precision: 'local',
  value: `${day}T23:59`,
  evidence: 'meta',
});
const instantOf = (time: number): ArticleDate => ({
  precision: 'instant',
  value: new Date(time).toISOString(),
  evidence: 'meta',
  zoneAssumed: false,
});

test.each(ZONES)(
  'in %s each hour of a leap year is of the day that the clocks there show',
  (zone) => {
    const wrong: string[] = [];
    for (let time = Date.UTC(2024, 0, 1); time < Date.UTC(2025, 0, 1); time += HOUR)
      for (const instant of [time, time + HOUR - 1])
        if (dayIn(new Date(instant), zone) !== dayAt(instant, zone))
          wrong.push(new Date(instant).toISOString());
    expect(wrong).toEqual([]);
  },
);

test.each(ZONES)(
  'in %s what is unknown or ahead is of the kept day, and nothing else, all year',
  (zone) => {
    const wrong: string[] = [];
    const expectDay = (day: string, published: ArticleDate | null, now: number): void => {
      const keptDay = dayIn(new Date(now), zone);
      if (digestDay(published, keptDay, zone, new Date(now)) !== day)
        wrong.push(`${published?.value} at ${new Date(now).toISOString()}`);
    };
    for (let now = Date.UTC(2024, 0, 1); now < Date.UTC(2025, 0, 1); now += 5 * HOUR) {
      const today = dayAt(now, zone);
      const [yesterday, tomorrow] = [addDays(today, -1) ?? '', addDays(today, 1) ?? ''];
      expectDay(today, null, now);
      expectDay(today, dayOnly(tomorrow), now);
      expectDay(today, local(tomorrow), now);
      expectDay(today, local(today), now);
      expectDay(yesterday, dayOnly(yesterday), now);
      expectDay(today, instantOf(now), now);
      expectDay(today, instantOf(now + 48 * HOUR), now);
      expectDay(dayAt(now - 24 * HOUR, zone), instantOf(now - 24 * HOUR), now);
    }
    expect(wrong).toEqual([]);
  },
);

const inNewYork = (value: string) => publishedDay(value, 'America/New_York');

test('a day on which the clocks change begins and ends at midnight there, after 23 or 25 hours', () => {
  // 23 hours, from 05:00Z to 04:00Z.
  expect(inNewYork('2024-03-10T04:59:59Z')).toBe('2024-03-09');
  expect(inNewYork('2024-03-10T05:00:00Z')).toBe('2024-03-10');
  expect(inNewYork('2024-03-11T03:59:59Z')).toBe('2024-03-10');
  expect(inNewYork('2024-03-11T04:00:00Z')).toBe('2024-03-11');
  // 25 hours, from 04:00Z to 05:00Z.
  expect(inNewYork('2024-11-03T04:00:00Z')).toBe('2024-11-03');
  expect(inNewYork('2024-11-04T04:59:59Z')).toBe('2024-11-03');
  expect(inNewYork('2024-11-04T05:00:00Z')).toBe('2024-11-04');
  // A local time that a zone skips, or has twice, is meant as it stands.
  expect(inNewYork('2024-03-10T02:30')).toBe('2024-03-10');
  expect(inNewYork('2024-11-03T01:30')).toBe('2024-11-03');
});

test('from 1970 to 2100 a day follows a day, and a day as written is that day in every zone', () => {
  const wrong: string[] = [];
  const now = new Date('2101-01-02T00:00:00Z');
  for (let day = '1970-01-01'; day < '2101-01-01'; day = addDays(day, 1) ?? '9999') {
    const noon = Date.parse(`${day}T12:00:00Z`);
    // Pago Pago is eleven hours behind all that time; noon there is of the same day, its midnight of the one before.
    if (dayIn(new Date(noon), 'Pacific/Pago_Pago') !== day) wrong.push(day);
    if (dayIn(new Date(noon - 2 * HOUR), 'Pacific/Pago_Pago') !== addDays(day, -1)) wrong.push(day);
    for (const zone of ZONES)
      if (digestDay(dayOnly(day), '2101-01-01', zone, now) !== day) wrong.push(`${day} ${zone}`);
  }
  expect(wrong).toEqual([]);
});

test('a zone may skip a day', () => {
  expect(publishedDay('1994-12-31T09:59:59Z', 'Pacific/Kiritimati')).toBe('1994-12-30');
  expect(publishedDay('1994-12-31T10:00:00Z', 'Pacific/Kiritimati')).toBe('1995-01-01');
});
