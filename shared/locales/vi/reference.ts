import type { ReferenceTexts } from '../reference.ts';

export const reference: ReferenceTexts = {
  title: 'API',
  lead: 'Những gì chương trình có thể yêu cầu ở máy chủ này, theo bản mô tả của chính nó:',
  contents: 'Các thao tác',
  operations: 'Các thao tác',
  who: 'Ai được phép',
  anybody: 'bất kỳ ai',
  by: {
    token: 'mã truy cập trong Authorization: Bearer, hoặc phiên đăng nhập',
    session: 'chỉ phiên đăng nhập',
  },
  places: { query: 'trong truy vấn', header: 'tiêu đề' },
  body: 'Nhận',
  answers: 'Trả lời',
  noBody: 'không có nội dung',
  problems: 'Lỗi',
  forms: 'Các dạng dữ liệu',
  formsLead: 'Dấu hỏi sau tên: có thể bỏ qua. Số sau ≤ là mức tối đa.',
};
