import type { link as english } from '../en/link.ts';

export const link: typeof english = {
  title: 'Lưu một địa chỉ',
  ask: 'Lưu trang này?',
  lead: 'Chỉ địa chỉ được lưu. Nội dung sẽ có khi bạn mở trang bằng trình duyệt có Dateline.',
  address: 'Địa chỉ',
  none: 'Trong phần vừa chia sẻ không có địa chỉ trang web nào: địa chỉ phải bắt đầu bằng http:// hoặc https://. Hãy chép địa chỉ từ trang rồi dán vào đây.',
  keep: 'Lưu',
  keepIn: (workspace) => `Lưu vào ${workspace}`,
  kept: 'Đã lưu',
  already: 'Bạn đã lưu trang này rồi',
  comes: 'Nội dung sẽ có khi bạn mở trang bằng trình duyệt có Dateline.',
  open: 'Mở trang',
  library: 'Đến thư viện',
  notLost: 'Địa chỉ vừa chia sẻ không mất: đăng nhập xong, hãy mở lại trang này.',
  again: 'Mở lại',
};
