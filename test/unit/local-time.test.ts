import { expect, test } from 'vitest';
import { localTime } from '../../shared/digest/local-time.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Every quarter of an hour around a day, as the platform's own format shows it. */
const around = (day: string, zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const from = Date.parse(`${day}T00:00:00Z`) - DAY;
  return Array.from({ length: 3 * 96 }, (_, nth) => {
    const instant = new Date(from + nth * 15 * MINUTE);
    const [shownDay, time] = format.format(instant).split(', ');
    return { instant, shown: { day: shownDay, time } };
  });
};

test.each([
  ['forward', '2026-03-29', 'Europe/Berlin'],
  ['back', '2026-10-25', 'Europe/Berlin'],
  ['forward', '2026-10-04', 'Australia/Lord_Howe'],
  ['back', '2026-11-01', 'America/St_Johns'],
  ['past a day that is left out', '2011-12-30', 'Pacific/Apia'],
  ['by seconds', '1972-01-07', 'Africa/Monrovia'],
  ['nowhere', '1970-01-01', 'Pacific/Kiritimati'],
  ['nowhere', '2100-12-31', 'Pacific/Pago_Pago'],
])('where clocks go %s on %s in %s, each quarter of an hour is right', (_, day, zone) => {
  for (const { instant, shown } of around(day, zone))
    expect(localTime(instant, zone), instant.toISOString()).toEqual(shown);
});

test('years that have other than four digits, and those before our era, have their days too', () => {
  expect(localTime(new Date('0001-01-01T00:00:00Z'), 'UTC')).toEqual({
    day: '0001-01-01',
    time: '00:00',
  });
  expect(localTime(new Date('0000-06-01T12:00:00Z'), 'UTC').day).toBe('0000-06-01');
  expect(localTime(new Date('9999-12-31T23:00:00Z'), 'Pacific/Kiritimati').day).toBe('10000-01-01');
});
