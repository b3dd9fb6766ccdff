import type { days as english } from '../en/days.ts';

const { format: n } = new Intl.NumberFormat('vi');

const andMore = (name: string, more: number): string =>
  more === 0 ? name : `${name} và ${more} người khác`;

export const days: typeof english = {
  spans: 'Ngày, tuần hay tháng',
  day: 'Ngày',
  week: 'Tuần',
  month: 'Tháng',
  axes: 'Theo ngày đăng hay ngày lưu',
  published: { day: 'Đăng ngày này', week: 'Đăng tuần này', month: 'Đăng tháng này' },
  kept: { day: 'Lưu ngày này', week: 'Lưu tuần này', month: 'Lưu tháng này' },

  previous: { week: 'Tuần trước', month: 'Tháng trước', year: 'Năm trước' },
  next: { week: 'Tuần sau', month: 'Tháng sau', year: 'Năm sau' },
  weekName: (number, year) => `Tuần ${number}, ${year}`,
  range: (first, last) => `${first} – ${last}`,
  daysWithClips: () => 'ngày có tin',
  most: 'nhiều nhất',
  moreStories: (count) => `Còn ${n(count)} câu chuyện nữa trong ngày`,
  nothing: 'Không có tin',
  pager: {
    label: 'Các trang của ngày này',
    here: (page, pages) => `Trang ${page}/${pages}`,
    ended: (pages) => `Ngày này chỉ có ${pages} trang.`,
    last: 'Tới trang cuối',
    previous: 'Trang trước',
    next: 'Trang sau',
  },

  noTime: 'không ghi giờ',
  noDate: 'trang không ghi ngày',
  noDateKeptDay: 'trang không ghi ngày nên xếp theo ngày lưu',
  aheadKeptDay: (day) => `trang ghi ngày ${day}, lúc lưu chưa tới, nên xếp theo ngày lưu`,

  done: 'đã đọc',
  starred: 'có sao',
  highlights: (count) => `${count} đoạn tô`,
  notes: 'có ghi chú',
  keptBy: (name, more) => `do ${andMore(name, more)} lưu`,
  alsoKept: (name, more) => `${andMore(name, more)} cũng lưu`,
  isNew: 'Mới',
  fresh: (count) => `${n(count)} câu chuyện mới từ lần xem trước.`,
  freshClips: (count) => `${n(count)} tin của ngày này mới từ lần xem trước.`,
  markSeen: 'Đánh dấu đã xem',
  order: 'Đổi thứ tự',
  moveUp: (category) => `Đưa lên: ${category}`,
  largestFirst: 'Lại xếp mục nhiều tin trước',

  empty: {
    published: {
      week: 'Chưa có tin nào của tuần này',
      month: 'Chưa có tin nào của tháng này',
    },
    kept: {
      day: 'Ngày này không lưu tin nào',
      week: 'Tuần này không lưu tin nào',
      month: 'Tháng này không lưu tin nào',
    },
  },
  ofCollection: {
    way: 'Toàn bộ thư viện',
    library: {
      day: 'Ngày này trong thư viện',
      week: 'Tuần này trong thư viện',
      month: 'Tháng này trong thư viện',
    },
    earlier: { day: 'Ngày trước đó', week: 'Tuần trước đó', month: 'Tháng trước đó' },
    later: { day: 'Ngày sau đó', week: 'Tuần sau đó', month: 'Tháng sau đó' },
    empty: {
      day: 'Bộ sưu tập không có tin nào của ngày này',
      week: 'Bộ sưu tập không có tin nào của tuần này',
      month: 'Bộ sưu tập không có tin nào của tháng này',
    },
    noDays: 'Chưa bài nào trong bộ sưu tập được đọc nội dung nên chưa có ngày nào.',
    byDay: 'Xem theo ngày, mới nhất',
  },
  future: { week: 'Tuần này chưa tới', month: 'Tháng này chưa tới' },
  nearestWeeks: 'Những tuần gần nhất có tin:',
  nearestMonths: 'Những tháng gần nhất có tin:',

  noSuchWeek: {
    title: 'Không có tuần này',
    text: 'Tuần được viết như 2026-W09, còn tuần này không có trong lịch nào.',
  },
  noSuchMonth: {
    title: 'Không có tháng này',
    text: 'Tháng được viết như 2026-02, còn tháng này không có trong lịch nào.',
  },
};
