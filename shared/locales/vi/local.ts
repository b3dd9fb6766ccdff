import type { local as english } from '../en/local.ts';

export const local: typeof english = {
  title: 'Thư viện trên máy này',
  count: (count) => `${count} tin`,
  search: 'Tìm trong tiêu đề và nội dung',
  found: (count) => `Tìm thấy ${count}`,
  searching: (count) => `Tìm thấy ${count}, đang tìm tiếp trong nội dung…`,
  notFound: 'Không có tin nào chứa những từ này.',
  allDays: 'Mọi ngày',
  more: 'Xem thêm',
  addressOnly: 'chỉ có địa chỉ',
  whereabouts: {
    here: 'chỉ có ở đây',
    waiting: 'đang chờ gửi',
    refused: 'thư viện không nhận',
  },
  empty: 'Chưa có tin nào trên máy này. Bạn mở một bài báo, bấm nút Dateline rồi lưu lại.',
  allSent: 'Không còn gì chờ ở đây: mọi tin bạn lưu đã được gửi đi.',
  sent: (workspace) => `Tin đã gửi nằm trong ${workspace}.`,
  openLibrary: 'Mở thư viện đó',
  unreadable:
    'Tin này do một phiên bản Dateline khác lưu nên bản này không hiện được. Tin vẫn còn ở đây và có trong tệp xuất ra.',
};
