// What a reader marked in the article of the gallery, and the states in which it is seen.
import type { PanelState } from '../../extension/entrypoints/panel.sidepanel/state.ts';
import type { Highlight } from '../../shared/schema/highlight.ts';
import { BODY } from './clips.ts';

type State = Omit<PanelState, 'language'>;

const marked = (
  n: number,
  colour: Highlight['colour'],
  quote: string,
  note = '',
  stands = quote,
): Highlight => {
  const start = Math.max(0, BODY.indexOf(stands));
  const anchor = {
    quote,
    before: BODY.slice(Math.max(0, start - 64), start),
    after: BODY.slice(start + stands.length).slice(0, 64),
    start,
    end: start + quote.length,
  };
  return { id: `0190a0b0-0000-7000-8000-00000000010${n}`, anchor, colour, note };
};

/** One of each colour: over a sentence of the summary, within one, with a note, of a text that has changed. */
const HIGHLIGHTS: readonly Highlight[] = [
  marked(1, 'yellow', 'tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh'),
  marked(
    2,
    'green',
    'không phải nộp phí',
    'Hỏi lại sở: miễn phí đến bao giờ?\nCó cả bản đồ giấy không?',
  ),
  marked(
    3,
    'blue',
    'đã có 310.000 thửa được chuẩn hóa, đạt 78%',
    '',
    'đã có 312.000 thửa được chuẩn hóa, đạt 78%',
  ),
  marked(
    4,
    'pink',
    'Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.',
    'Huyện nào?',
  ),
];

const LOST: Highlight = {
  ...marked(5, 'yellow', 'Ủy ban đã họp về việc này hồi tháng trước', 'Họp hôm nào?'),
  anchor: {
    quote: 'Ủy ban đã họp về việc này hồi tháng trước',
    before: '',
    after: '',
    start: 900,
    end: 941,
  },
};

/** Keys that lead to a state, once the text that is open has the focus. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  'reader-highlight-tools': ['ArrowRight', 'ArrowRight'],
  'reader-highlight-chosen': ['ArrowRight', 'ArrowRight', 'ArrowRight'],
  'reader-highlight-note': ['ArrowRight', 'ArrowRight', 'ArrowRight', 'n'],
  'reader-highlight-removed': ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete'],
};

/** The panel's states with something marked. */
export const highlightStates = (panel: State): Record<string, State> => ({
  'reader-highlights': {
    ...panel,
    isReaderOpen: true,
    highlights: [...HIGHLIGHTS, LOST],
    fate: {
      kind: 'kept',
      day: '2022-12-27',
      at: Date.parse('2022-12-27T02:50:00Z'),
      isLink: false,
    },
  },
  'reader-highlight-tools': { ...panel, isReaderOpen: true },
  'reader-highlight-chosen': { ...panel, isReaderOpen: true, highlights: HIGHLIGHTS },
  'reader-highlight-note': { ...panel, isReaderOpen: true, highlights: HIGHLIGHTS },
  'reader-highlight-removed': { ...panel, isReaderOpen: true, highlights: HIGHLIGHTS },
  'highlights-in-page': {
    ...panel,
    highlights: [...HIGHLIGHTS, LOST],
    inPage: { shown: { count: 4, of: 5 }, told: null },
  },
  'highlight-not-in-text': { ...panel, inPage: { shown: null, told: 'not-in-text' } },
});
