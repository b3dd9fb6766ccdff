import type { correct as english } from '../en/correct.ts';

export const correct: typeof english = {
  open: 'Sửa…',
  title: 'Sửa thông tin bài',
  fields: {
    title: 'Tiêu đề',
    section: 'Chuyên mục',
    category: 'Chủ đề',
    published: 'Ngày đăng',
    authors: 'Tác giả',
  },
  hints: {
    section: 'Mục lớn trước, mục nhỏ sau, cách nhau bằng dấu >.',
    category:
      'Các tin sau của chuyên mục này cũng theo. Không có chuyên mục thì chỉ riêng tin này.',
    published: 'Tin được xếp vào ngày này. Không rõ ngày thì để trống.',
    authors: 'Nhiều tên thì cách nhau bằng dấu phẩy.',
  },
  problems: {
    title: 'Cần có tiêu đề, dài nhất 1.000 ký tự.',
    section: 'Nhiều nhất tám cấp, mỗi cấp dài nhất 200 ký tự.',
    published:
      'Tin không thể có ngày này. Bạn nhập đủ ngày, tháng, năm, từ năm 1605 đến ngày mai, hoặc để trống.',
    authors: 'Nhiều nhất năm mươi tên, mỗi tên dài nhất 200 ký tự.',
  },
  automatic: (topic) => `Tự động: ${topic}`,
  noTopic: 'Không thuộc chủ đề nào',
  body: 'nội dung',
  selection: {
    offered: 'Trên trang đang có phần bôi đen.',
    wrong: 'Sai nội dung? Bạn bôi đen phần đúng trên trang, hoặc chỉ vào đó.',
    keep: 'Chỉ lấy phần bôi đen',
    taken: 'Nội dung là phần bạn đã chọn.',
    giveBack: 'Lấy lại như trên trang',
    none: {
      nothing: 'Trên trang chưa có phần nào bôi đen. Bạn bôi đen rồi bấm lại.',
      'no-access':
        'Dateline hiện không được xem trang này. Bạn bấm nút Dateline trên thanh công cụ rồi thử lại.',
      elsewhere: 'Trang đã đổi từ lúc đọc. Bạn đọc lại trang trước đã.',
    },
  },
  pick: {
    begin: 'Chỉ vào nội dung trên trang',
    how: 'Rê chuột trên trang rồi bấm vào phần đúng. Phím mũi tên để chuyển, Enter để lấy, Esc để thôi.',
    steps: { wider: 'Rộng hơn', narrower: 'Hẹp hơn', previous: 'Phần trước', next: 'Phần sau' },
    take: 'Lấy phần này',
    end: 'Thôi',
  },
  apply: 'Xong',
  noDate: 'Không có ngày',
  ownText: 'Nội dung bạn đã sửa',
  asOnPage: 'Lấy lại như trên trang',
  saved: 'Đã lưu thay đổi',
  waits: 'Đây là chỗ sửa của một tin.',
  parked: {
    title: 'Thư viện không nhận chỗ sửa này',
    'not-found': 'Thư viện không có tin này, hoặc còn quá cũ để nhận chỗ sửa, cần cập nhật.',
    gone: 'Tin đã bị xóa ở đó.',
    'in-trash': 'Tin đang nằm trong thùng rác ở đó. Bạn lấy lại tin rồi gửi lại nhé.',
    'newer-client': 'Thư viện cũ hơn tiện ích này. Bạn cập nhật thư viện rồi gửi lại.',
  },
  discardReally: (title) => `Bỏ chỗ sửa của “${title}” chứ? Tin vẫn nguyên trong thư viện.`,
  corrected: (fields) => `Bạn đã sửa: ${fields}`,
};
