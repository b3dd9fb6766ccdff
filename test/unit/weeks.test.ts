import { expect, test } from 'vitest';
import { addDays } from '../../shared/digest/days.ts';
import { weekDays, weekOf } from '../../shared/digest/weeks.ts';

test.each([
  ['2022-12-27', '2022-W52'],
  ['2023-01-01', '2022-W52'],
  ['2023-01-02', '2023-W01'],
  ['2021-01-03', '2020-W53'],
  ['2024-12-30', '2025-W01'],
  ['2026-12-31', '2026-W53'],
  ['0001-01-01', '0001-W01'],
  ['9999-12-31', '9999-W52'],
])('%s is in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
  expect(weekDays(week)).toContain(day);
});

test('each day from 1970 to 2100 is in the week that has it, and each week has seven days', () => {
  const wrong: string[] = [];
  for (let day: string | null = '1970-01-01'; day && day < '2101-01-01'; day = addDays(day, 1)) {
    const days = weekDays(weekOf(day));
    if (days?.length !== 7 || !days.includes(day)) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

test.each(['2022-W53', '2022-W00', '0000-W52', '2022-52', '2022-W1', '2022-W99', ''])(
  '%s is no week',
  (week) => expect(weekDays(week)).toBeNull(),
);

test('the last week ends with the calendar', () => {
  expect(weekDays('9999-W52')).toEqual([
    '9999-12-27',
    '9999-12-28',
    '9999-12-29',
    '9999-12-30',
    '9999-12-31',
  ]);
});
