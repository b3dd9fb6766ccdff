import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  readKey: 'đọc trang và hiện trong bảng bên cạnh',
  keepKey: 'đọc trang rồi lưu ngay',
  noKey: 'Chưa có phím',
};
