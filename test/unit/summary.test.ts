// A summary is made of sentences of the body, whatever the body.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Block, Block as BlockSchema, blockText } from '../../shared/schema/block.ts';
import { Summary, summarySentences } from '../../shared/schema/summary.ts';
import { datelineLength } from '../../shared/text/dateline.ts';
import { summarise } from '../../shared/summary/index.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const textOf = (blocks: Block[], language = 'vi', most?: number) =>
  summarySentences(summarise({ title: '', blocks, language }, most), blocks);

const LONG = 'Hội đồng nhân dân tỉnh đã thông qua nghị quyết về phát triển kinh tế ven đầm.';

// Sentences of a text that never says the same twice: each takes other words, in another order.
const WORDS =
  'đê kè cầu cảng tôm cua rừng ngập mặn lúa muối thuyền lưới chợ trường trạm đường điện nước dân xã thôn huyện tỉnh vốn giống kế hoạch nghị quyết mùa bão lũ triều sông đầm phá biển ruộng vườn cây nhà máy xưởng bến tàu'.split(
    ' ',
  );
const sentence = (n: number): string => {
  const words = Array.from({ length: 16 }, (_, at) => WORDS[(n * 7 + at * (n + 3)) % WORDS.length]);
  return `Năm thứ ${n} ${words.join(' ')}.`;
};
const upTo = (count: number): string[] => Array.from({ length: count }, (_, n) => sentence(n));

it('takes sentences from paragraphs, and none from headings, captions, lists or tables', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, runs: [{ text: `${LONG} Đây là tiêu đề.` }] },
    { kind: 'figure', src: null, alt: null, caption: LONG, credit: null },
    { kind: 'list', ordered: false, items: [[{ text: LONG }]] },
    { kind: 'table', rows: [[[{ text: LONG }], [{ text: LONG }]]] },
    paragraph(`${LONG} Bà con hai xã ven đầm mừng vì từ nay có nước sạch để dùng.`),
  ];
  for (const text of textOf(blocks, 'vi', 5) ?? [])
    expect([LONG, 'Bà con hai xã ven đầm mừng vì từ nay có nước sạch để dùng.']).toContain(text);
});

it('grows with the article, from one sentence to five', () => {
  const counts = [3, 12, 30, 100, 200].map(
    (count) => textOf(upTo(count).map(paragraph), 'vi')?.length,
  );
  expect(counts).toEqual([1, 2, 3, 4, 5]);
});

it('takes at most as many as it may', () => {
  for (const most of [1, 2, 3, 4, 5])
    expect(textOf(upTo(40).map(paragraph), 'vi', most)?.length).toBeLessThanOrEqual(most);
});

it('says nothing twice', () => {
  const again = upTo(30).flatMap((text) => [
    paragraph(text),
    paragraph(`${text.slice(0, -1)} nữa.`),
  ]);
  const said = textOf(again, 'vi')?.map((text) => text.replace(' nữa.', '.'));
  expect(new Set(said).size).toBe(said?.length);
});

it.each([
  ['a question', 'Vì sao bà con hai xã ven đầm chưa có nước sạch để dùng trong mùa khô?'],
  ['a pointer', 'Xem thêm: Hội đồng nhân dân tỉnh thông qua nghị quyết về kinh tế ven đầm.'],
  ['a credit', 'Ảnh minh họa: các đại biểu biểu quyết thông qua nghị quyết ven đầm.'],
  ['a byline', 'Bài, ảnh: Nguyễn Thị Hoàng Yến và Trần Văn Thuận, Lê Mai Khê'],
])('never takes %s where a sentence serves', (_, text) => {
  expect(textOf([paragraph(text), paragraph(LONG)], 'vi', 3)).toEqual([LONG]);
});

it('takes no pronoun without its noun', () => {
  const noun = 'Ông Lê Văn Thuận ở xã Hải Vân đã bỏ hai đầm tôm công nghiệp từ năm 2020.';
  const pronoun = 'Ông ấy cho biết hai đầm tôm công nghiệp ở xã Hải Vân đã lỗ nhiều năm liền.';
  for (const most of [1, 2])
    expect(textOf([paragraph(`${noun} ${pronoun}`)], 'vi', most)?.[0]).toBe(noun);
});

it('opens with the standfirst', () => {
  const blocks = upTo(30).map(paragraph);
  const standfirst: Block = { kind: 'paragraph', standfirst: true, runs: [{ text: LONG }] };
  expect(textOf([standfirst, ...blocks])?.[0]).toBe(LONG);
});

it('leaves out whose picture stands before the first words', () => {
  expect(textOf([paragraph(`(Nguồn: TTXVN) ${LONG}`)], 'vi', 1)).toEqual([LONG]);
});

describe('a body without one good sentence', () => {
  it.each<[string, Block[], string[]]>([
    ['a few words', [paragraph('Mưa to')], ['Mưa to']],
    ['a quote', [{ kind: 'quote', runs: [{ text: LONG }] }], [LONG]],
    ['a list', [{ kind: 'list', ordered: false, items: [[{ text: 'Tôm sú' }]] }], ['Tôm sú']],
    ['a heading alone', [{ kind: 'heading', level: 2, runs: [{ text: 'Chỉ có tiêu đề' }] }], []],
    ['nothing', [], []],
  ])('%s', (_, blocks, expected) => {
    expect(textOf(blocks, 'vi', 1)).toEqual(expected);
  });
});

it.each([
  ['zh', '当地政府周二宣布，将在沿海地区新建三座污水处理厂。项目总投资为六亿元。'],
  [
    'ja',
    '県は火曜日、沿岸部に三つの下水処理場を新たに建設すると発表した。総事業費は六億円になる。',
  ],
  ['th', 'รัฐบาลท้องถิ่นประกาศเมื่อวันอังคารว่าจะสร้างโรงบำบัดน้ำเสียสามแห่งในพื้นที่ชายฝั่ง'],
  ['ar', 'أعلنت الحكومة المحلية يوم الثلاثاء أنها ستبني ثلاث محطات جديدة لمعالجة المياه على الساحل.'],
  [
    'ur',
    'مقامی حکومت نے منگل کو اعلان کیا کہ وہ ساحل پر پانی صاف کرنے کے تین نئے کارخانے بنائے گی۔',
  ],
  ['hi', 'स्थानीय सरकार ने मंगलवार को तट पर पानी साफ़ करने के तीन नए संयंत्र बनाने की घोषणा की।'],
])('sums up what is written in %s', (language, text) => {
  const [first = ''] = textOf([paragraph(text)], language, 1) ?? [];
  expect(first.length).toBeGreaterThan(10);
  expect(text).toContain(first);
});

describe('what an agency puts before the first words', () => {
  it.each([
    ['(Dân trí) - Giá vàng trong nước tiếp tục giảm trong phiên sáng nay.', '(Dân trí) - '],
    [
      'HAYWARD, Calif. (AP) — A fire broke out in a warehouse on Tuesday.',
      'HAYWARD, Calif. (AP) — ',
    ],
    ['Hà Nội (TTXVN) - Chiều nay, Quốc hội đã bế mạc kỳ họp thứ tư.', 'Hà Nội (TTXVN) - '],
    ['PORT HALLAM — Deckhands and engineers voted on Tuesday to accept it.', 'PORT HALLAM — '],
    ['TTO - Sáng nay, hàng nghìn học sinh đã trở lại trường sau bão.', 'TTO - '],
    ['Washington (CNN)Ted Cruz is back in his favorite place: the spotlight.', 'Washington (CNN)'],
    ['(CNN)The storm made landfall early on Tuesday, officials said.', '(CNN)'],
  ])('%s', (text, prefix) => {
    expect(text.slice(0, datelineLength(text))).toBe(prefix);
    expect(textOf([paragraph(text)], 'en', 1)).toEqual([text.slice(prefix.length)]);
  });

  it.each([
    'Ông Lê Văn Thuận (58 tuổi) ở xã Hải Vân đã bỏ hai đầm tôm từ năm 2020.',
    'The mayor (a former teacher) said the bridge — long closed — would reopen.',
    'Sáng nay - ngày thứ ba của kỳ họp - các đại biểu đã biểu quyết.',
  ])('is not taken for one: %s', (text) => {
    expect(datelineLength(text)).toBe(0);
  });
});

it('is grounded and fits the contract for any blocks', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('. ', '! ', '” ', '(AP) — ', LONG, 'TP. ', '\u0323', 'e\u0301', '😀', '  '),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('').toWellFormed().replaceAll('\0', ''));
  const runs = fc.array(fc.record({ text }), { maxLength: 4 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), runs }),
    fc.record({ kind: fc.constant('heading' as const), level: fc.constant(2 as const), runs }),
    fc.record({ kind: fc.constant('quote' as const), runs }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { maxLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 6 }),
      fc.constantFrom('vi', 'en', null),
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      (blocks, language, most) => {
        for (const each of blocks) v.parse(BlockSchema, each);
        const summary = v.parse(Summary, summarise({ title: '', blocks, language }, most));
        const sentences = summarySentences(summary, blocks);
        expect(sentences).not.toBeNull();
        expect(summary.sentences.length).toBeLessThanOrEqual(most ?? 5);
        for (const { block: index } of summary.sentences)
          expect(['paragraph', 'quote', 'list']).toContain(blocks[index]?.kind);
        // A dateline alone says nothing.
        const said = blocks
          .filter(({ kind }) => kind !== 'heading')
          .flatMap((each) => blockText(each).split('\n'))
          .some((line) => /\p{L}/u.test(line.slice(datelineLength(line))));
        if (said) expect(sentences?.length).toBeGreaterThan(0);
      },
    ),
  );
});
