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
  summarySentences(summarise({ blocks, language }, most), blocks);

const LONG = 'Hội đồng nhân dân tỉnh đã thông qua nghị quyết về phát triển kinh tế ven đầm.';

it('takes the first sentences, and none from headings, captions, lists or tables', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, runs: [{ text: `${LONG} Đây là tiêu đề.` }] },
    { kind: 'figure', src: null, alt: null, caption: LONG, credit: null },
    { kind: 'list', ordered: false, items: [[{ text: LONG }]] },
    paragraph(`${LONG} Bà con hai xã ven đầm mừng vì từ nay có nước sạch để dùng.`),
  ];
  expect(textOf(blocks, 'vi', 2)).toEqual([
    LONG,
    'Bà con hai xã ven đầm mừng vì từ nay có nước sạch để dùng.',
  ]);
});

it('grows with the article, from one sentence to four', () => {
  const counts = [1, 5, 10, 60].map(
    (paragraphs) =>
      textOf(Array.from({ length: paragraphs }, () => paragraph(`${LONG} ${LONG}`)))?.length,
  );
  expect(counts).toEqual([1, 2, 3, 4]);
});

it('says something even of a body without one good sentence', () => {
  expect(textOf([paragraph('Mưa to')])).toEqual(['Mưa to']);
  expect(textOf([])).toEqual([]);
  expect(textOf([{ kind: 'heading', level: 2, runs: [{ text: 'Chỉ có tiêu đề' }] }])).toEqual([]);
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
        const summary = v.parse(Summary, summarise({ blocks, language }, most));
        const sentences = summarySentences(summary, blocks);
        expect(sentences).not.toBeNull();
        expect(summary.sentences.length).toBeLessThanOrEqual(most ?? 4);
        for (const { block: index } of summary.sentences)
          expect(blocks[index]?.kind).toBe('paragraph');
        const said = blocks.some(
          (each) => each.kind === 'paragraph' && /\p{L}/u.test(blockText(each)),
        );
        if (said) expect(sentences?.length).toBeGreaterThan(0);
      },
    ),
  );
});
