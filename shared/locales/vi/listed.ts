import type { listed as english } from '../en/listed.ts';

export const listed: typeof english = {
  title: 'Thư viện',
  search: 'Tìm trong tiêu đề, và trong nội dung các tin đang chờ',
  copied: (name, when) => `Bản sao của ${name}, lúc ${when}.`,
  copying: (name) => `Đang sao ${name} về máy…`,
  textsLie: 'Nội dung các tin đã gửi nằm ở đó.',
  oldest: (count) => `Chỉ gồm ${count} tin mới nhất.`,
  inLibrary: 'Tìm ở đó',
  orders: { kept: 'mới lưu trước', published: 'mới đăng trước' },
  order: 'Thứ tự',
  looks: { cards: 'thẻ', dense: 'gọn' },
  look: 'Kiểu xem',
  kept: (day) => `lưu ${day}`,
  published: (day) => `đăng ${day}`,
  deleted: (title) => `“${title}” sẽ vào thùng rác của thư viện.`,
  deletedMany: (count) => `${count} tin sẽ vào thùng rác của thư viện.`,
  chooseNone: 'Bỏ chọn hết',
  shown: (count, { format }) => `${format(count)} tin`,
};
