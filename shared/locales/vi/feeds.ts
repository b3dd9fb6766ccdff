import type { feeds as english } from '../en/feeds.ts';

export const feeds: typeof english = {
  titleOf: (part, workspace) => `${part} · ${workspace}`,
  descriptions: {
    category: 'Tin thuộc một chủ đề, tin mới lưu ở trên',
    tag: 'Tin mang một nhãn, tin mới lưu ở trên',
    collection: 'Tin trong một bộ sưu tập, tin mới lưu ở trên',
  },
  tooLong: 'Bài quá dài cho nguồn cấp. Đọc cả bài trong thư viện.',
  of: (name) => `Nguồn cấp của “${name}”`,
  formatOf: (format, name) => `${format}: ${name}`,
  textFormatOf: (format, name) => `${format}, toàn văn: ${name}`,
  summaries: 'Nguồn cấp tóm tắt',
  texts: 'Nguồn cấp toàn văn',
};
