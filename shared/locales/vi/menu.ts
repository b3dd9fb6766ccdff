import type { menu as english } from '../en/menu.ts';

export const menu: typeof english = {
  read: 'Đọc bằng Dateline',
  link: 'Lưu liên kết này bằng Dateline',
  tabs: 'Lưu mọi thẻ trong cửa sổ này…',
};
