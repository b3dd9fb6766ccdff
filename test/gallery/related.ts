// What belongs to an article: of its page, some of it of the same section, and of the library.
import type { ReadClip } from '../../extension/lib/clip.ts';
import type { LibraryItem } from '../../extension/features/related/Related.tsx';
import { LAND } from './clips.ts';

export const OF_SECTION: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    related: [
      { title: 'Đội tuyển tỉnh thắng trận mở màn giải mùa xuân', url: 'https://baotinh.example/3' },
      ...LAND.article.related.map(({ title, url }) => ({ title, url, sameSection: true as const })),
    ],
  },
};

const item = (
  id: string,
  title: string,
  reason: LibraryItem['reasons'][number],
  [site, day]: [site: string, day: string],
): LibraryItem => ({
  id,
  href: `http://localhost:8787/w/nhom/clip/${id}`,
  title,
  language: 'vi',
  reasons: [reason],
  site,
  day,
  isCopy: false,
});

const copy = (id: string, site: string, day: string | null): LibraryItem => ({
  id,
  href: `http://localhost:8787/w/nhom/clip/${id}`,
  title: LAND.article.title,
  language: 'vi',
  reasons: [],
  site,
  day,
  isCopy: true,
});

/** The text of the article, from elsewhere. */
export const COPIES = [
  copy('5', 'Báo điện tử Cổng thông tin Miền Trung', '2022-12-26'),
  copy('6', 'nhandan.example.vn', null),
];

export const FROM_LIBRARY: readonly LibraryItem[] = [
  item('1', 'Cổng dữ liệu đất đai của tỉnh mở cho mọi người từ đầu năm', { kind: 'story' }, [
    'Tin Miền Trung',
    '2022-12-27',
  ]),
  item(
    '2',
    'Bốn huyện miền núi còn thiếu bản đồ địa chính, chậm nhất đến quý II mới xong',
    { kind: 'term', term: 'quy hoạch đất đai' },
    ['Báo Tỉnh', '2022-12-20'],
  ),
  item('3', 'Chủ tịch tỉnh đối thoại với dân vùng dự án', { kind: 'section' }, [
    'Báo Tỉnh',
    '2022-12-02',
  ]),
  item('4', 'Quốc hội thảo luận luật đất đai sửa đổi', { kind: 'category' }, [
    'tin.example.vn',
    '2022-11-14',
  ]),
];
