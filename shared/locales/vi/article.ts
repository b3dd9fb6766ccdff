import type { article as english } from '../en/article.ts';

export const article: typeof english = {
  takenFrom: (source) => `Theo: ${source}`,
  minutes: (count) => `${count} phút đọc`,
  views: (count) => `${count} lượt xem`,
  evidence: {
    'json-ld': 'đọc từ dữ liệu có cấu trúc của trang',
    meta: 'đọc từ siêu dữ liệu của trang',
    'time-element': 'đọc từ thẻ thời gian trên trang',
    text: 'đọc từ dòng ngày trên trang',
    address: 'đọc từ địa chỉ của trang',
    reader: 'bạn đã sửa',
  },
  zoneAssumed: 'múi giờ được phỏng đoán',
  noDate: 'Trang không ghi ngày',
};
