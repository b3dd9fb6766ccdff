import type { clip as english } from '../en/clip.ts';

export const clip: typeof english = {
  correct: 'Sửa…',
  correctTitle: 'Sửa tin này',
  correctLead: 'Ai giữ tin này cũng thấy chỗ sửa. Ngày và bản tin ngày đổi theo.',
  fields: {
    title: 'Tiêu đề',
    standfirst: 'Sapo',
    authors: 'Tác giả',
    site: 'Trang',
    section: 'Chuyên mục',
    category: 'Chủ đề',
    published: 'Ngày đăng',
    text: 'Nội dung',
  },
  problems: {
    standfirst: 'Dài nhất 5.000 ký tự.',
    site: 'Dài nhất 200 ký tự.',
    category: 'Bạn chọn một mục trong danh sách.',
  },
  automatic: 'Tự động, theo chuyên mục và nội dung',
  onPage: (words) => `Trên trang: ${words}`,
  putBack: 'Lấy lại như trên trang',
  theirs: (words) => `Người khác vừa sửa: ${words}`,
  takeTheirs: 'Lấy bản này',
  nothing: 'để trống',
  conflict:
    'Có người vừa sửa tin này. Chưa có gì bị ghi đè. Chỗ nào cả hai cùng sửa thì bạn thấy cả hai bản: lấy bản của họ, hoặc lưu lần nữa để giữ bản của bạn.',
  wrong: 'Chưa lưu. Bạn xem lại những chỗ được đánh dấu.',
  save: 'Lưu',
  cancel: 'Thôi',
  saved: 'Đã lưu chỗ sửa.',
  of: (act, field) => `${act}: ${field}`,

  about: 'Lịch sử và nguồn',
  published: 'Đăng',
  modified: 'Cập nhật',
  byHand: 'sửa tay',
  address: 'Địa chỉ',
  changes: 'Những thay đổi',
  you: {
    kept: 'Bạn đã lưu',
    copied: 'Bạn đã chép từ thư viện khác của mình',
    corrected: 'Bạn đã sửa',
  },
  others: {
    kept: (name) => `Người lưu: ${name}`,
    copied: (name) => `Người chép từ thư viện khác: ${name}`,
    corrected: (name) => `Người sửa: ${name}`,
  },
  otherText: 'Nội dung đã đọc được thay bằng nội dung khác.',
  before: 'trước',
  after: 'nay',

  copyMarkdown: 'Chép Markdown',
  copied: 'Đã chép.',
  asMarkdown: 'Xem dạng Markdown',

  around: 'Trong danh sách bạn vừa xem',
  previous: 'Tin trước',
  next: 'Tin sau',
  backToList: 'Về danh sách',
};
