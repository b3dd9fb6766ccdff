// Dates as people and machines write them.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { timeAgo } from '../../shared/article/date-relative.ts';
import { describe, expect, it } from 'vitest';
import { dayInAddress } from '../../shared/article/date-address.ts';
import { type DateHabits, findDates, parseDate } from '../../shared/article/date-text.ts';
import { LocalTime, PlainDate } from '../../shared/schema/text.ts';

const vi: DateHabits = { order: 'dmy', language: 'vi' };
const us: DateHabits = { order: 'mdy', language: 'en-US' };
const uk: DateHabits = { order: 'dmy', language: 'en-GB' };
const de: DateHabits = { order: 'dmy', language: 'de' };
const fr: DateHabits = { order: 'dmy', language: 'fr' };
const ja: DateHabits = { order: 'dmy', language: 'ja' };

describe('findDates', () => {
  it.each<[string, DateHabits, string, string | null, number | null]>([
    ['Thứ 3, 27/12/2022 | 08:05:53', vi, '2022-12-27', '08:05:53', null],
    ['Thứ Ba, 27/12/2022, 08:05 (GMT+7)', vi, '2022-12-27', '08:05', 420],
    ['27-12-2022 - 08:05', vi, '2022-12-27', '08:05', null],
    ['27-12-2022 - 08:05 AM', vi, '2022-12-27', '08:05', null],
    ['08:05 27/12/2022', vi, '2022-12-27', '08:05', null],
    ['08:05 | 27/12/2022 - 3 phút đọc', vi, '2022-12-27', '08:05', null],
    ['27/12/2022 - 08:05 - 3 phút đọc', vi, '2022-12-27', '08:05', null],
    ['Ngày 27 tháng 12 năm 2022', vi, '2022-12-27', null, null],
    ['Thứ Ba, ngày 7 tháng 2, 2023 lúc 17h30', vi, '2023-02-07', '17:30', null],
    ['Đăng lúc 3:15 CH, 27/12/2022', vi, '2022-12-27', '15:15', null],
    ['December 27, 2022 8:05 AM', us, '2022-12-27', '08:05', null],
    ['Tues., Dec. 27, 2022, at 12:05 a.m. EST', us, '2022-12-27', '00:05', -300],
    ['27 December 2022, 8:05pm', uk, '2022-12-27', '20:05', null],
    ['3/4/2022', us, '2022-03-04', null, null],
    ['3/4/2022', uk, '2022-04-03', null, null],
    ['13/4/2022', us, '2022-04-13', null, null],
    ['2022-12-27T08:05:53+07:00', us, '2022-12-27', '08:05:53', 420],
    ['2022-12-27T08:05:53.120Z', us, '2022-12-27', '08:05:53', 0],
    ['Stand: 27. Dezember 2022, 8.05 Uhr', de, '2022-12-27', '08:05', null],
    ['Publié le 27 décembre 2022 à 08h05', fr, '2022-12-27', '08:05', null],
    ['2022年12月27日 8時', ja, '2022-12-27', null, null],
    ['Tue, 27 Dec 2022 08:05:53 GMT', us, '2022-12-27', '08:05:53', 0],
  ])('%s', (text, habits, day, time, offset) => {
    expect(findDates(text, habits)[0]).toMatchObject({ day, time, offset });
  });

  it.each(['30/02/2022', '2022-13-01', '192.168.1.100', 'Tỉ số 3-2', '27/12', 'version 1.2.3'])(
    'finds none in %s',
    (text) => {
      expect(findDates(text, vi)).toEqual([]);
    },
  );

  it('finds several in their order', () => {
    const found = findDates('Published March 14, 2023 4:42 PM · Updated March 15, 2023', us);
    expect(found.map(({ day, time }) => [day, time])).toEqual([
      ['2023-03-14', '16:42'],
      ['2023-03-15', null],
    ]);
  });

  it('answers nothing but days and times that exist, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '-',
        '.',
        ':',
        ' ',
        'T',
        'Z',
        'tháng ',
        'năm ',
        'May ',
        '+07:00',
        'PM',
        'ngày ',
      ),
      fc.nat(3_000).map(String),
      fc.string(),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(vi, us, de, ja), (value, habits) => {
        for (const { day, time } of findDates(value, habits)) {
          expect(v.is(PlainDate, day), day).toBe(true);
          expect(v.is(LocalTime, `${day}T${time ?? '00:00'}`), `${day}T${time}`).toBe(true);
        }
      }),
    );
  });
});

describe('parseDate', () => {
  it.each([
    ['20221227T080553+0700', '2022-12-27', '08:05:53', 420],
    ['20221227', '2022-12-27', null, null],
    ['1672103153', '2022-12-27', '01:05:53', 0],
    ['1672103153000', '2022-12-27', '01:05:53', 0],
    ['2022-12-27 08:05:53', '2022-12-27', '08:05:53', null],
  ])('%s', (value, day, time, offset) => {
    expect(parseDate(value, vi)).toMatchObject({ day, time, offset });
  });

  it('answers null for what is no date', () => {
    expect(parseDate('hôm qua', vi)).toBeNull();
    expect(parseDate('0000-00-00', vi)).toBeNull();
    expect(parseDate('20221399', vi)).toBeNull();
  });
});

describe('timeAgo', () => {
  const [hour, day] = [3_600_000, 86_400_000];
  it.each([
    ['3 giờ trước', 3 * hour],
    ['Một ngày trước', day],
    ['2 hours ago', 2 * hour],
    ['an hour ago', hour],
    ['vor zwei Tagen', 2 * day],
    ['il y a 3 heures', 3 * hour],
    ['hace 2 semanas', 14 * day],
    ['há 5 horas', 5 * hour],
    ['3小时前', 3 * hour],
    ['2시간 전', 2 * hour],
    ['Yesterday, 10:15', day],
    ['Hôm nay', 0],
    ['Ba năm trước', null],
    ['The day before yesterday', null],
  ])('%s', (line, ago) => {
    expect(timeAgo(line)).toBe(ago);
  });
});

describe('dayInAddress', () => {
  it.each([
    ['https://a.example/2022/12/27/tin', '2022-12-27'],
    ['https://a.example/news/2022/dec/27/story', '2022-12-27'],
    ['https://a.example/tin-20221227080553640.htm', '2022-12-27'],
    ['https://a.example/20221227/tin', '2022-12-27'],
    ['https://a.example/story-2022-12-27', '2022-12-27'],
    ['https://archive.example/web/20110106023242/http://b.example/2010/12/29/x', '2010-12-29'],
    ['https://a.example/2022/12/tin', null],
    ['https://a.example/tin-18826030622484142.chn', null],
    ['https://a.example/2022/13/45/tin', null],
    ['https://a.example/san-pham-123456789012', null],
  ])('%s', (address, day) => {
    expect(dayInAddress(new URL(address), vi)).toBe(day);
  });
});
