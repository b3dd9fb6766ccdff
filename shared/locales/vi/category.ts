import type { category as english } from '../en/category.ts';

export const category: typeof english = {
  topic: (name) => `Chủ đề: ${name}`,
  unsure: 'chưa rõ',
  none: 'không có',
  from: {
    section: 'theo chuyên mục',
    text: 'theo nội dung',
    reader: 'người đọc chọn',
  },
};
