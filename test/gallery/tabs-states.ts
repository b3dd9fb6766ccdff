// Every state of the page that keeps all tabs of a window.
import type { TabsState } from '../../extension/entrypoints/tabs/TabsView.tsx';
import type { TabRow } from '../../extension/features/tabs/keep-all.ts';

const TITLES = [
  'Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí',
  'Council lets rents at the harbour rise by half',
  '',
  'مشروع جديد لحماية الأراضي الزراعية في المحافظات الشمالية',
  'Báo Tỉnh – Trang chủ',
  'Settings',
  'Một trang không chịu trả lời',
];

const rows = (outcomes: readonly TabRow['outcome'][]): TabRow[] =>
  outcomes.map((outcome, at) => ({
    tabId: at,
    url: `https://baotinh.example/${at}/${'a-long-address-'.repeat(at === 2 ? 8 : 0)}`,
    title: TITLES[at] ?? '',
    outcome,
  }));

const DONE = rows(['kept', 'kept', 'kept', 'already', 'link', 'unreadable', 'failed']);

/** By name; the interface's language is the only thing left open. */
export const TABS_STATES: Record<string, Omit<TabsState, 'language'>> = {
  asking: { count: 7, stage: 'asking', rows: [] },
  'no-tabs': { count: 0, stage: 'asking', rows: [] },
  refused: { count: 7, stage: 'refused', rows: [] },
  keeping: {
    count: 7,
    stage: 'keeping',
    rows: rows(['kept', 'link', 'reading', 'waiting', 'waiting', 'waiting', 'waiting']),
  },
  stopped: {
    count: 7,
    stage: 'stopped',
    rows: rows(['kept', 'link', 'kept', 'waiting', 'waiting', 'waiting', 'waiting']),
  },
  done: { count: 7, stage: 'done', rows: DONE },
};
