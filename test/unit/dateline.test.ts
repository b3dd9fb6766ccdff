import { describe, expect, test } from 'vitest';
import { withDatelines } from '../../shared/article/dateline.ts';
import type { Block, Run } from '../../shared/schema/block.ts';

const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });

describe('a dateline is a marked run of its own, and the text stays as it was', () => {
  test.each<[string, Run[], Run[]]>([
    [
      'in one run',
      [{ text: '(Dân trí) - Sáng nay, tỉnh đã công bố quyết định mới về đất đai.' }],
      [
        { text: '(Dân trí) - ', dateline: true },
        { text: 'Sáng nay, tỉnh đã công bố quyết định mới về đất đai.' },
      ],
    ],
    [
      'over several runs',
      [
        { text: 'HAYWARD, Calif. ' },
        { text: '(AP)', bold: true },
        { text: ' — A ship left the port on Monday morning, officials said.' },
      ],
      [
        { text: 'HAYWARD, Calif. ', dateline: true },
        { text: '(AP)', bold: true, dateline: true },
        { text: ' — ', dateline: true },
        { text: 'A ship left the port on Monday morning, officials said.' },
      ],
    ],
  ])('%s', (_, runs, expected) => {
    expect(withDatelines([paragraph(...runs)])).toEqual([paragraph(...expected)]);
  });
});

test('later paragraphs, headings and texts without one are left alone', () => {
  const text = 'LONDON — The council has decided on the bridge after a long debate.';
  const plain = paragraph({ text: 'The council has decided on the bridge.' });
  const blocks: Block[] = [
    { kind: 'heading', level: 2, runs: [{ text }] },
    plain,
    plain,
    paragraph({ text }),
  ];
  expect(withDatelines(blocks)).toEqual(blocks);
});
