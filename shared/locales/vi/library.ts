import type { library as english } from '../en/library.ts';

export const library: typeof english = {
  shelves: { 'to-read': 'Chưa đọc', done: 'Đã đọc', starred: 'Có sao', all: 'Tất cả' },
  shelvesLabel: 'Ngăn',
  ways: 'Trong thư viện',
  emptyShelves: {
    'to-read': 'Không còn tin nào chưa đọc. Tin bạn lưu sẽ vào đây trước.',
    done: 'Chưa có tin nào đã đọc. Bấm “Đã đọc” ở một tin, hoặc phím E.',
    starred: 'Chưa có tin nào được đánh dấu sao. Bấm “Gắn sao” ở một tin, hoặc phím S.',
  },
  toAll: 'Xem tất cả',

  view: 'Cách xem',
  views: { cards: 'có tóm tắt', list: 'gọn' },

  done: 'Đã đọc',
  toRead: 'Chưa đọc',
  star: 'Gắn sao',
  unstar: 'Bỏ sao',
  of: (act, title) => `${act}: ${title}`,

  delete: 'Xóa',
  undo: 'Hoàn tác',
  deleted: (count) => `${count} tin đã vào thùng rác.`,
  notDeleted: (count) => `${count} tin chưa xóa được: hãy thử lại.`,
  broughtBack: (count) => `${count} tin đã trở lại.`,

  goOn: 'Đọc tiếp chỗ đã dừng',

  choose: (title) => `Chọn “${title}”`,
  chosen: (count) => (count === 0 ? 'Chưa chọn tin nào' : `Đã chọn ${count} tin`),
  many: 'Với các tin đã chọn',
  name: 'Nhãn hoặc bộ sưu tập',
  tag: 'Gắn nhãn',
  untag: 'Bỏ nhãn',
  collect: 'Thêm vào bộ sưu tập',
  nothingChosen: 'Hãy chọn tin trước: chưa có gì thay đổi.',
  tooMany: (most) => `Mỗi lần nhiều nhất ${most} tin: chưa có gì thay đổi.`,
  noName: 'Hãy viết tên nhãn hoặc bộ sưu tập trước: chưa có gì thay đổi.',
  didMany: (count) => `Đã đổi ${count} tin.`,
  failed: 'Máy chủ không nhận được. Chưa có gì thay đổi: hãy thử lại.',

  keys: 'Phím tắt',
  keysTitle: 'Phím tắt trong danh sách này',
  keysOn: 'Dùng các phím này',
  close: 'Đóng',
  keyList: [
    ['j', 'tin kế tiếp'],
    ['k', 'tin trước'],
    ['o', 'mở'],
    ['s', 'gắn sao, hoặc bỏ sao'],
    ['e', 'đã đọc, hoặc chưa đọc lại'],
    ['x', 'chọn'],
    ['t', 'gắn nhãn'],
    ['#', 'xóa'],
    ['/', 'tìm'],
    ['?', 'danh sách này'],
  ],
};
