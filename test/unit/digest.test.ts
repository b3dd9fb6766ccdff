// The order of a day, the same on every machine.
import { afterEach, expect, test } from 'vitest';
import { publishedOrder } from '../../shared/digest/days.ts';

const { TZ } = process.env;
afterEach(() => {
  process.env['TZ'] = TZ ?? 'UTC';
});

test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'in %s, times sort as in UTC, with a zone or without',
  (zone) => {
    process.env['TZ'] = zone;
    const published = [
      '2022-12-27',
      '2022-12-27T10:30',
      '2022-12-27T10:40Z',
      '2022-12-27T10:50:30',
    ];
    expect(published.map(publishedOrder)).toEqual([
      1_672_099_200_000, 1_672_137_000_000, 1_672_137_600_000, 1_672_138_230_000,
    ]);
  },
);
