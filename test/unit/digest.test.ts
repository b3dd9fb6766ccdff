// The order of a day, the same on every machine, and dates that are instants.
import { afterEach, expect, test } from 'vitest';
import { publishedInstant } from '../../shared/digest/days.ts';
import { groupClips } from '../../shared/digest/index.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';

const { TZ } = process.env;
afterEach(() => {
  process.env['TZ'] = TZ ?? 'UTC';
});

const card = (published: string | null, index: number): ClipCard => ({
  id: `01950000-0000-7000-8000-00000000000${index}`,
  url: 'https://paper.example/',
  title: '',
  site: null,
  section: [],
  category: null,
  authors: [],
  attribution: null,
  language: null,
  leadImage: null,
  published,
  day: '2022-12-27',
  keptDay: '2022-12-27',
  summary: [],
  words: 0,
  story: null,
});

test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'on a machine in %s, a day goes by the time that is shown, newest first, without time last',
  (zone) => {
    process.env['TZ'] = zone;
    const published = [
      '2022-12-27',
      '2022-12-27T10:40', // no zone: shown as it stands
      '2022-12-27T03:50Z', // 10:50 in the workspace
      null,
      '2022-12-27T13:30+10:00', // 10:30
      '2022-12-27T10:40:30',
    ];
    const groups = groupClips(published.map(card).toReversed(), 'Asia/Ho_Chi_Minh');
    expect(
      groups.flatMap(({ stories }) => stories.map(({ clips: [clip] }) => clip?.id.at(-1))),
    ).toEqual(['2', '1', '5', '4', '0', '3']);
  },
);

test.each([
  ['2022-12-27T08:05:53+07:00', '2022-12-27T01:05:53.000Z'],
  ['2022-12-27T08:05Z', '2022-12-27T08:05:00.000Z'],
  ['2022-12-27T08:05', null],
  ['2022-12-27', null],
  ['0001-01-01T00:30:00+07:00', null],
  ['9999-12-31T23:00:00-12:00', null],
])('%s is the instant %s', (published, instant) => {
  expect(publishedInstant(published)).toBe(instant);
});
