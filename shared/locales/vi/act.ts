import type { act as english } from '../en/act.ts';

export const act: typeof english = {
  waits: 'Đã đọc, gắn sao, nhãn hoặc xóa.',
  parked: {
    title: 'Thư viện không nhận việc bạn làm với tin này',
    'not-found': 'Thư viện không có tin này, hoặc còn quá cũ, cần cập nhật.',
    gone: 'Tin đã bị xóa ở đó.',
    'in-trash': 'Tin đang nằm trong thùng rác ở đó. Bạn lấy lại tin rồi gửi lại nhé.',
    'newer-client': 'Thư viện cũ hơn tiện ích này. Bạn cập nhật thư viện rồi gửi lại.',
  },
  discardReally: (title) => `Bỏ việc bạn làm với “${title}” chứ? Tin vẫn nguyên trong thư viện.`,
};
