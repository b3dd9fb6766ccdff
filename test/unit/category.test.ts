// What an article is about: by the site's own section first, by its text in the languages that were learned.
import { describe, expect, it, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { categorise } from '../../shared/category/index.ts';
import { SECTION_WORDS } from '../../shared/category/section-words.ts';
import { fold } from '../../shared/text/fold.ts';

const bySection = (...section: string[]) =>
  categorise({ section, title: '', text: '', language: null })?.category ?? null;

describe('a section that names a topic', () => {
  it.each([
    ['04000000', ['Kinh doanh', 'Bất động sản']],
    ['15000000', ['Sport', 'Football']],
    ['15000000', ['Thể thao', 'Hậu trường']],
    ['11000000', ['Chính trị']],
    ['14000000', ['Xã hội']],
    ['02000000', ['PHÁP LUẬT']],
    ['05000000', ['Giáo dục']],
    ['07000000', ['Đời sống', 'Sức khoẻ']],
    ['10000000', ['Xe']],
    ['01000000', ['Arts and Culture']],
    ['13000000', ['Science & Environment']],
    ['13000000', ['Khoa học - Công nghệ']],
    ['15000000', ['the-thao']],
    ['15000000', ['Sports News']],
    ['15000000', ['Tin thể thao quốc tế']],
    ['04000000', ['Wirtschaft']],
    ['16000000', ['Konflikty zbrojne']],
    ['01000000', ['芸能']],
    ['11000000', ['정치']],
    ['06000000', ['Çevre']],
  ] as const)('is %s: %j', (topic, section) => {
    expect(bySection(...section)).toBe(topic);
  });

  it.each([
    'Thời sự',
    'Thế giới',
    'Tin nóng',
    'News',
    'World',
    'Home',
    'Opinion',
    'Báo',
    'Video',
    '',
  ])('is not %j', (name) => {
    expect(bySection(name)).toBeNull();
  });

  it('is looked for from the inside out', () => {
    expect(bySection('Thời sự', 'Chính trị', 'Tin mới')).toBe('11000000');
  });
});

test('no word names two topics', () => {
  const words = Object.entries(SECTION_WORDS).flatMap(([topic, list]) =>
    [...new Set(list.split(',').map(fold))].map((word) => ({ word, topic })),
  );
  const twice = Map.groupBy(words, ({ word }) => word);
  expect([...twice].filter(([, topics]) => topics.length > 1).map(([word]) => word)).toEqual([]);
  expect(twice.has('')).toBe(false);
});

describe('a text', () => {
  const match =
    'Đội tuyển Việt Nam thắng 2-0 trong trận chung kết tối qua trên sân Mỹ Đình. Hai bàn thắng được tiền đạo ghi trong hiệp hai, huấn luyện viên hài lòng với các cầu thủ.';

  it('is told where the section tells nothing', () => {
    expect(
      categorise({ section: ['Tin nóng'], title: 'Việt Nam vô địch', text: match, language: 'vi' }),
    ).toEqual({ category: '15000000', from: 'text' });
  });

  it('is not asked where the section tells', () => {
    expect(
      categorise({
        section: ['Kinh doanh'],
        title: 'Việt Nam vô địch',
        text: match,
        language: 'vi',
      }),
    ).toEqual({ category: '04000000', from: 'section' });
  });

  it('is in the language that it is in, whatever the page says', () => {
    const told = { section: [], title: '', text: match };
    expect(categorise({ ...told, language: 'en-US' })).toEqual(
      categorise({ ...told, language: 'vi' }),
    );
  });

  it.each([
    [
      'of another language',
      'Der Minister hat gestern mit der Kanzlerin über die Wahl gesprochen, und das Parlament ist nicht einverstanden mit dem Haushalt von 2022.',
      'de',
    ],
    ['that says nothing', 'Xyzzy.', 'en'],
    ['that is empty', '', 'vi'],
  ])('%s leaves it open', (_, text, language) => {
    expect(categorise({ section: [], title: '', text, language })).toBeNull();
  });
});

test('all that was learned fits into 20 kB gzipped', () => {
  const source = readFileSync(new URL('../../shared/category/weights.ts', import.meta.url));
  expect(gzipSync(source, { level: 9 }).length).toBeLessThanOrEqual(20_480);
});
