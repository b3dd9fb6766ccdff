import type { reader as english } from '../en/reader.ts';

export const reader: typeof english = {
  typography: 'Kiểu chữ',
  smaller: 'Chữ nhỏ hơn',
  larger: 'Chữ lớn hơn',
  wide: 'Rộng',
  paper: 'Nền giấy',
  papers: { auto: 'Tự động', light: 'Sáng', sepia: 'Ngà', dark: 'Tối' },
  images: 'Hình ảnh',
  listen: 'Nghe',
  print: 'In',
};
