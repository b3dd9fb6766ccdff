import type { offline as english } from '../en/offline.ts';

export const offline: typeof english = {
  asAt: (time) => `Không có mạng: trang này là bản lúc ${time}`,
  asOn: (day, time) => `Không có mạng: trang này là bản lúc ${time} ngày ${day}`,
  title: 'Không có mạng',
  lead: 'Trang này cần có mạng. Những ngày sau đã có sẵn trên máy:',
  nothing: 'Trên máy chưa có gì. Hãy mở Dateline một lần khi có mạng.',
};
