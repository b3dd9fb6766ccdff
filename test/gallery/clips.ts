// Articles that the states show: a usual one, and those that want something.
import type { ReadClip } from '../../extension/lib/clip.ts';

export const BODY =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí. Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78%. Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.';

const span = (sentence: string) => {
  const start = BODY.indexOf(sentence);
  return { block: 0, start, end: start + sentence.length };
};

export const LAND: ReadClip = {
  id: '0190a0b0-0000-7000-8000-000000000001',
  capturedAt: '2022-12-27T02:00:00Z',
  article: {
    url: 'https://baotinh.example/dat-dai',
    canonicalUrl: 'https://baotinh.example/dat-dai',
    title: 'Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí',
    authors: ['Nguyễn Minh'],
    site: 'Báo Tỉnh',
    section: ['Chính trị', 'Tin trong tỉnh'],
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05:00+07:00',
      evidence: 'text',
      zoneAssumed: true,
    },
    modified: null,
    attribution: 'Cổng thông tin tỉnh',
    views: null,
    language: 'vi',
    leadImage: null,
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          {
            text: BODY,
          },
        ],
      },
    ],
    truncated: false,
    related: [
      {
        title: 'Hội đồng thông qua 21 nghị quyết, lùi việc tăng giá nước',
        url: 'https://baotinh.example/1',
      },
      { title: 'Rút gọn 14 thủ tục cho doanh nghiệp nhỏ', url: 'https://baotinh.example/2' },
    ],
  },
  summary: {
    sentences: [
      span(
        'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí.',
      ),
      span('Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78%.'),
      span('Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.'),
    ],
    terms: ['quy hoạch đất đai', 'Sở Tài nguyên', 'cổng dữ liệu'],
  },
  told: { category: '11000000', from: 'section' },
};

export const BARE: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    title: 'مشروع جديد لحماية الأراضي الزراعية في المحافظات الشمالية',
    language: 'ar',
    authors: [],
    site: null,
    section: [],
    published: null,
    attribution: null,
    related: [],
    truncated: true,
    blocks: [
      {
        kind: 'paragraph',
        runs: [{ text: 'أعلنت الوزارة يوم الثلاثاء مشروعا جديدا لحماية الأراضي الزراعية.' }],
      },
    ],
  },
  summary: { sentences: [], terms: [] },
  told: null,
};

/** Without a section, so that its text tells what it is about. */
export const BY_TEXT: ReadClip = {
  ...LAND,
  article: { ...LAND.article, section: [] },
  told: { category: '06000000', from: 'text' },
};

export const PICTURE: ReadClip = {
  ...BARE,
  article: {
    ...BARE.article,
    blocks: [{ kind: 'figure', src: null, alt: null, caption: null, credit: null }],
  },
};

export const PICTURED: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    blocks: [
      ...LAND.article.blocks,
      {
        kind: 'figure',
        src: '/photo.svg',
        alt: 'Hai người trước một tấm bản đồ',
        caption: 'Cán bộ sở hướng dẫn người dân tra cứu. Ảnh: Minh Hà',
        credit: null,
      },
    ],
  },
};

export const LONG: ReadClip = {
  ...LAND,
  article: { ...LAND.article, title: `${LAND.article.title}, `.repeat(3).slice(0, 200) },
};

export const LINK: ReadClip = {
  ...BARE,
  article: { ...BARE.article, title: 'Báo Tỉnh – Trang chủ', blocks: [], truncated: false },
};

/** Its headline, its date and its topic set right by the reader. */
export const CORRECTED: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    title: 'Tỉnh mở cổng dữ liệu đất đai',
    published: { precision: 'local', value: '2022-12-26T08:05', evidence: 'reader' },
  },
  asRead: { article: LAND.article, summary: LAND.summary },
  chosen: '06000000',
};

/** Its date taken away by the reader. */
export const UNDATED: ReadClip = {
  ...LAND,
  article: { ...LAND.article, published: null },
  asRead: LAND,
};

/** With a lead image, whose look the page tells. */
export const WITH_LEAD: ReadClip = {
  ...LAND,
  article: { ...LAND.article, leadImage: '/photo.svg' },
  lead: { ratio: 16 / 9, alt: 'Hai người trước một tấm bản đồ' },
};

export const WITH_BROKEN_LEAD: ReadClip = {
  ...LAND,
  article: { ...LAND.article, leadImage: '/gone.jpg' },
};
