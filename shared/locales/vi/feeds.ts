import type { feeds as english } from '../en/feeds.ts';

const { format: n } = new Intl.NumberFormat('vi');

export const feeds: typeof english = {
  titleOf: (part, workspace) => `${part} · ${workspace}`,
  descriptions: {
    category: 'Tin thuộc một chủ đề, tin mới lưu ở trên',
    tag: 'Tin mang một nhãn, tin mới lưu ở trên',
    collection: 'Tin trong một bộ sưu tập, tin mới lưu ở trên',
  },
  dayDescriptions: {
    category: 'Tin thuộc một chủ đề, theo từng ngày',
    tag: 'Tin mang một nhãn, theo từng ngày',
    collection: 'Tin trong một bộ sưu tập, theo từng ngày',
    search: 'Tin khớp một tìm kiếm đã lưu, theo từng ngày',
  },
  perhapsMore: 'Chỉ gồm những tin được lưu gần đây nhất: ngày này có thể còn tin khác.',
  dayFormatOf: (format, name) => `${format}, theo ngày: ${name}`,
  dayTextFormatOf: (format, name) => `${format}, theo ngày, toàn văn: ${name}`,
  tooLong: 'Bài quá dài cho nguồn cấp. Đọc cả bài trong thư viện.',
  formatOf: (format, name) => `${format}: ${name}`,
  textFormatOf: (format, name) => `${format}, toàn văn: ${name}`,
  summaries: 'Nguồn cấp tóm tắt',
  texts: 'Nguồn cấp toàn văn',
  lead: 'Trình đọc tin theo dõi tin mới ở đây qua địa chỉ của nguồn cấp.',
  all: 'Mọi nguồn cấp',
  secret: 'Ai có địa chỉ của một nguồn đều đọc được, nên hãy cẩn thận khi chia sẻ.',
  renewTitle: 'Địa chỉ mới cho mọi nguồn cấp',
  renewLead:
    'Mọi địa chỉ trên trang này, của lịch, của các tìm kiếm đã lưu của mọi người và mọi liên kết công khai sẽ không dùng được nữa. Ai đang theo dõi cần được đưa địa chỉ mới.',
  renew: 'Đổi mọi địa chỉ',
  outline: 'Tất cả trong một tệp cho trình đọc tin (OPML)',
  library: 'Cả thư viện',
  days: 'Nguồn cấp theo ngày',
  dayTexts: 'Toàn văn theo ngày',
  parts: {
    collections: 'Bộ sưu tập',
    tags: 'Nhãn',
    searches: 'Tìm kiếm đã lưu',
    topics: 'Chủ đề',
  },
  further: (most) => `Đây là ${most} mục đầu. Trang của từng mục còn lại có nguồn cấp của nó.`,
  viewLead: 'Đây là một nguồn cấp tin. Đưa địa chỉ này cho trình đọc tin để theo dõi tin mới.',
  address: 'Địa chỉ nguồn cấp',
  copyAddress: 'Chép địa chỉ',
  copied: 'Đã chép.',
  nothing: 'Chưa có tin nào.',
  clips: (count) => `${n(count)} tin`,
  moreClips: (count) => `và ${n(count)} tin nữa`,
  calendar: 'Lịch',
  calendarFile: 'days.ics: Lịch',
  calendarLead: 'Những ngày có tin, kèm vài tiêu đề, cho ứng dụng lịch (iCalendar)',
};
