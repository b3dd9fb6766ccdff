// How articles are described, compared and ranked: related items of the page, of the library and of a clip.
import { describe, expect, it } from 'vitest';
import { type Candidate, rankAmong } from '../../shared/related/rank.ts';
import {
  chosenWords,
  indexedWords,
  MOST_MATCHES,
  searchWords,
} from '../../shared/related/search.ts';
import { readVector, termVector } from '../../shared/related/vector.ts';

const TITLE = 'Hội nghị Trung ương khai mạc tại Hà Nội';
const TEXT =
  'Sáng 23/10, Hội nghị Trung ương khai mạc tại Hà Nội. Hội nghị diễn ra trong 3 ngày, với 175 đại biểu.';

const told = (title: string, text = '', language: string | null = 'vi') => ({
  title,
  text,
  language,
});

describe('the description of an article', () => {
  it('has at most 600 bytes, however long the text', () => {
    const long = Array.from({ length: 50_000 }, (_, at) => `chữ${at}`).join(' ');
    expect(termVector(told(TITLE, long)).length).toBeLessThanOrEqual(600);
  });

  it('is the same whichever way the marks are written', () => {
    const composed = termVector(told(TITLE, TEXT));
    expect(termVector(told(TITLE.normalize('NFD'), TEXT.normalize('NFD')))).toEqual(composed);
  });

  it.each([
    ['nothing', '', ''],
    ['marks alone', '?!', '… — …'],
    ['half a character', 'a\uD800b', '\uDC00'],
    ['Chinese', '中国国家主席访问越南', '这次访问持续两天。'],
    ['Arabic', 'الرئيس يزور فيتنام', 'تستمر الزيارة يومين.'],
    ['Thai', 'นายกรัฐมนตรีเยือนเวียดนาม', 'การเยือนครั้งนี้ใช้เวลาสองวัน'],
    ['emoji', '👩‍👩‍👧‍👦 🇻🇳', '🎉'],
  ])('is made of %s', (_, title, text) => {
    const vector = readVector(termVector(told(title, text, null)));
    expect(vector?.numbers.length).toBe(new Set(vector?.numbers).size);
  });

  it.each([
    ['of another version', [0, 0, 1]],
    ['cut off', [1, 0, 1, 7]],
    ['empty', []],
  ])('is not read where it is %s', (_, bytes) => {
    expect(readVector(Uint8Array.from(bytes))).toBeNull();
  });

  it('has two features of one number once', () => {
    const many = Array.from({ length: 190 }, (_, at) => `n${at}`).join('; ');
    const vector = readVector(termVector(told(many)));
    expect(new Set(vector?.numbers).size).toBe(vector?.numbers.length);
  });
});

const NOWHERE = { category: null, site: null, section: [], story: null, day: null } as const;

const clip = (
  id: string,
  title: string,
  place: Partial<Omit<Candidate, 'id' | 'vector'>> = {},
): Candidate => ({
  ...NOWHERE,
  id,
  address: `https://news.example/${id}`,
  vector: termVector(told(title)),
  ...place,
});

const asking = (title: string, place: Partial<Candidate> & { terms?: readonly string[] } = {}) => ({
  ...NOWHERE,
  ...told(title),
  ...place,
});

const idsOf = (ranked: Iterable<{ readonly item: Candidate }>): readonly string[] =>
  Array.from(ranked, ({ item }) => item.id);

// What most of a library is about tells nothing.
const OTHERS = Array.from({ length: 30 }, (_, at) =>
  clip(`other${at}`, `Giá vàng hôm nay tăng phiên thứ ${at}`),
);

describe('the ranking', () => {
  it('goes by what few have', () => {
    const rank = rankAmong([
      ...OTHERS,
      clip('common', 'Giá vàng hôm nay giảm mạnh ở mọi nơi'),
      clip('rare', 'Động đất ở Điện Biên gây thiệt hại'),
    ]);
    const ranked = [...rank(asking('Giá vàng hôm nay và trận động đất Điện Biên'))];
    expect(idsOf(ranked)[0]).toBe('rare');
    expect(idsOf(ranked)).not.toContain('other1');
  });

  it('leaves out the article, its copies and what the page lists', () => {
    const title = 'Động đất ở Điện Biên';
    const rank = rankAmong([
      ...OTHERS,
      clip('itself', title),
      clip('copy', title),
      clip('listed', title),
      clip('left', title),
    ]);
    const without = {
      ids: new Set(['itself', 'copy']),
      addresses: new Set(['https://news.example/listed']),
    };
    expect(idsOf(rank(asking(title), without))).toEqual(['left']);
  });

  it('puts the same category first, then the same section, of what shares as much', () => {
    const title = 'Động đất ở Điện Biên';
    const here = { category: '03000000', site: 'Báo', section: ['Thời sự'] } as const;
    const rank = rankAmong([
      ...OTHERS,
      clip('no', title),
      clip('another', title, { category: '15000000' }),
      clip('same', title, { category: '03000000' }),
      clip('section', title, here),
    ]);
    const ranked = [...rank(asking(title, here))];
    expect(idsOf(ranked).slice(0, 2)).toEqual(['section', 'same']);
    expect(ranked[0]?.reasons.map(({ kind }) => kind)).toEqual(['term', 'section', 'category']);
  });

  it('puts the nearer in time first of what shares as much', () => {
    const title = 'Động đất ở Điện Biên';
    const rank = rankAmong([
      ...OTHERS,
      clip('old', title, { day: '2019-01-01' }),
      clip('undated', title),
      clip('near', title, { day: '2025-03-02' }),
    ]);
    expect(idsOf(rank(asking(title, { day: '2025-03-01' })))).toEqual(['near', 'old', 'undated']);
  });

  it('says first that it is the same story', () => {
    const rank = rankAmong([...OTHERS, clip('one', 'Động đất ở Điện Biên', { story: 's' })]);
    const [first] = rank(asking('Rung lắc tại Điện Biên', { story: 's' }));
    expect(first?.reasons[0]).toEqual({ kind: 'story' });
  });

  it('names what is shared as the article writes it', () => {
    const rank = rankAmong([
      ...OTHERS,
      clip('one', 'Khai mạc hội nghị trung ương lần thứ tám'),
      clip('two', 'Bế mạc lễ hội hoa ban Điện Biên'),
    ]);
    const ranked = [
      ...rank(asking('Hội nghị Trung ương bàn về Điện Biên', { terms: ['Hội nghị Trung ương'] })),
    ];
    const terms = new Map(
      ranked.map(({ item, reasons }) => [item.id, reasons.find(({ kind }) => kind === 'term')]),
    );
    expect(terms.get('one')).toEqual({ kind: 'term', term: 'Hội nghị Trung ương' });
    expect(terms.get('two')).toEqual({ kind: 'term', term: 'Điện Biên' });
  });

  it('holds whichever way the marks are written', () => {
    const rank = rankAmong([...OTHERS, clip('one', 'Động đất ở Điện Biên'.normalize('NFD'))]);
    expect(idsOf(rank(asking('Động đất ở Điện Biên')))).toEqual(['one']);
  });

  it.each([
    '',
    '!',
    '中国国家主席访问越南',
    'الرئيس يزور فيتنام',
    'นายกรัฐมนตรีเยือนเวียดนาม',
    '\uD800',
  ])('takes any text: %j', (title) => {
    const rank = rankAmong([
      ...OTHERS,
      clip('one', title),
      { ...clip('two', ''), vector: new Uint8Array() },
    ]);
    expect(idsOf(rank({ ...asking(title), language: null }))).toEqual(
      /\p{L}/u.test(title) ? ['one'] : [],
    );
  });

  it('answers nothing among nothing', () => {
    expect([...rankAmong([])(asking('Động đất'))]).toEqual([]);
  });
});

describe('the words that the index is asked for', () => {
  it('are among those under which an article of the same event stands', () => {
    const asked = searchWords(termVector(told('Động đất ở Điện Biên', TEXT)));
    const stands = indexedWords(
      termVector(told('Điện Biên: động đất gây thiệt hại', 'Nhiều nhà sập.')),
    );
    expect(asked.length).toBeLessThanOrEqual(32);
    expect(asked.filter((word) => stands.includes(word)).length).toBeGreaterThan(3);
    expect(asked.join('')).toMatch(/^[a-z0-9]+$/u);
  });

  it('are the rarest that together match no more than are ranked', () => {
    const counts = new Map([
      ['common', MOST_MATCHES],
      ['middling', 450],
      ['rare', 2],
      ['fair', 40],
      ['nowhere', 0],
    ]);
    expect(chosenWords([...counts.keys()], counts)).toEqual(['rare', 'fair', 'middling']);
  });

  it('are two of the most promising where all are common', () => {
    const counts = new Map(['a', 'b', 'c'].map((word) => [word, MOST_MATCHES]));
    expect(chosenWords(['a', 'b', 'c'], counts)).toEqual(['a', 'b']);
  });
});
