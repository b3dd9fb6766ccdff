// What the pages show without a network, made of pages that were put by.
import { expect, test } from 'vitest';
import { pathOf, placeOf } from '../../worker/pages/client/offline/kept.ts';
import { asItWas, listOfDays, nothingHere } from '../../worker/pages/client/offline/page.ts';

const page = (language: string): string =>
  `<!doctype html><html lang="${language}"><head><title>A day · Dateline</title></head><body><a href="/" aria-current="page">$& by day</a><main id="content"><h1>Day</h1><p>main</p></main></body></html>`;

test('days and the library are put by, each under its own path, and nothing else', () => {
  for (const path of ['/w/a/day/2022-12-27', '/w/a/library']) {
    const place = placeOf(path);
    expect(place && pathOf(place)).toBe(path);
  }
  for (const path of [
    '/',
    '/w/a/day/today',
    '/w/a/day/2022-02-30',
    '/w/a/day/0000-01-01',
    '/w/a/day/2022-12-27?deleted=x',
    '/w/a/library/full',
    '/w/a/library?shelf=done',
    '/w/a/clip/2022-12-27',
    '/w/a/b/library',
  ])
    expect(placeOf(path), path).toBeNull();
});

test('a page that was put by says of when it is, in its own language', () => {
  const at = new Date(2026, 2, 10, 8, 5);
  expect(asItWas(page('en'), at, new Date(2026, 2, 10, 23, 59))).toContain(
    '<main id="content"><p class="offline">Offline: as it was at 08:05</p><h1>Day</h1>',
  );
  expect(asItWas(page('vi'), at, new Date(2026, 2, 11))).toContain(
    'Không có mạng: trang này là bản lúc 08:05 ngày 10/3/2026',
  );
});

test('any other page lists the days that are here, in the frame of one of them', () => {
  const html = listOfDays(page('vi'), [
    { day: '2026-03-10', path: '/w/a/day/2026-03-10' },
    { day: '2026-03-09', path: '/w/"><b>/day/2026-03-09' },
  ]);
  expect(html).toContain('<title>Không có mạng · Dateline</title>');
  expect(html).toContain('href="/w/a/day/2026-03-10">Thứ Ba, 10 tháng 3, 2026</a>');
  expect(html).toContain('$& by day');
  for (const gone of ['aria-current', '"><b>', 'Day</h1>']) expect(html).not.toContain(gone);
  expect(nothingHere('vi')).toContain('lang="vi"');
});
