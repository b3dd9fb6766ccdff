import type { filing as english } from '../en/filing.ts';

export const filing: typeof english = {
  open: 'Nhãn, bộ sưu tập…',
  change: 'Đổi…',
  title: 'Tin này xếp vào đâu',
  tags: 'Nhãn',
  collections: 'Bộ sưu tập',
  workspace: 'Thư viện',
  remembered: (site) => `Thư viện và bộ sưu tập được nhớ cho ${site}.`,
  remove: (name) => `Bỏ ${name}`,
  saved: 'Đã lưu chỗ xếp',
  waits: 'Đây là chỗ đổi nhãn hay bộ sưu tập của một tin.',
  parked: {
    title: 'Thư viện không nhận chỗ đổi nhãn hay bộ sưu tập này',
    'not-found': 'Thư viện không có tin này, hoặc còn quá cũ để nhận nhãn, cần cập nhật.',
    gone: 'Tin đã bị xóa ở đó.',
    'in-trash': 'Tin đang nằm trong thùng rác ở đó. Bạn lấy lại tin rồi gửi lại nhé.',
    'newer-client': 'Thư viện cũ hơn tiện ích này. Bạn cập nhật thư viện rồi gửi lại.',
  },
  discardReally: (title) =>
    `Bỏ chỗ đổi nhãn và bộ sưu tập của “${title}” chứ? Tin vẫn nguyên trong thư viện.`,
};
