import { expect, test } from 'vitest';
import { dayByKey } from '../../shared/ui/calendar-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test.each([
  ['ArrowLeft', '2022-12-26'],
  ['ArrowRight', '2022-12-28'],
  ['ArrowUp', '2022-12-20'],
  ['ArrowDown', '2023-01-03'],
  ['Home', '2022-12-26'],
  ['End', '2023-01-01'],
  ['PageUp', '2022-11-27'],
  ['PageDown', '2023-01-27'],
  ['Enter', null],
  ['a', null],
])('%s leads from 2022-12-27 to %s', (key, day) => {
  expect(dayByKey('2022-12-27', press(key))).toBe(day);
});

test('Shift goes by years, Control to the ends of the month, and other keys are left to others', () => {
  expect(dayByKey('2024-02-29', press('PageUp', { shiftKey: true }))).toBe('2023-02-28');
  expect(dayByKey('2024-02-29', press('PageDown', { shiftKey: true }))).toBe('2025-02-28');
  expect(dayByKey('2024-02-11', press('Home', { ctrlKey: true }))).toBe('2024-02-01');
  expect(dayByKey('2024-02-11', press('End', { ctrlKey: true }))).toBe('2024-02-29');
  expect(dayByKey('9999-12-11', press('End', { ctrlKey: true }))).toBe('9999-12-31');
  expect(dayByKey('2024-02-11', press('ArrowLeft', { altKey: true }))).toBeNull();
  expect(dayByKey('2024-02-11', press('ArrowLeft', { shiftKey: true }))).toBeNull();
});

test('the calendar ends', () => {
  expect(dayByKey('0001-01-01', press('ArrowLeft'))).toBeNull();
  expect(dayByKey('9999-12-31', press('PageDown'))).toBeNull();
});
