import type { saved as english } from '../en/saved.ts';

export const saved: typeof english = {
  title: 'Tìm kiếm đã lưu',
  all: 'Mọi tìm kiếm đã lưu',
  save: 'Lưu tìm kiếm này',
  name: 'Tên',
  press: 'Lưu',
  savedAs: 'Đã lưu là',
  none: 'Chưa lưu tìm kiếm nào. Hãy tìm rồi lưu lại: tin tìm được sẽ có nguồn cấp riêng.',
  lead: 'Mỗi tìm kiếm có nguồn cấp những tin bạn tìm được. Ai có địa chỉ nguồn đều đọc được.',
  feedsOf: (name) => `Nguồn cấp của “${name}”`,
  formatOf: (format, name) => `${format}: ${name}`,
  asksNothing: 'Chưa hỏi gì',
  change: 'Sửa',
  changeOf: (name) => `Sửa “${name}”`,
  rename: 'Đổi tên',
  renewLead: 'Có thể đổi địa chỉ nguồn cấp: địa chỉ bạn đã chia sẻ sẽ không dùng được nữa.',
  renew: 'Địa chỉ mới',
  deleteLead: 'Tin vẫn còn nguyên. Ai đang theo nguồn này sẽ không nhận thêm tin.',
  delete: 'Xóa',
  feedTitle: (search, workspace) => `${search} · ${workspace}`,
  feedDescription: 'Tin mà một tìm kiếm đã lưu tìm được, mới lưu trước',
};
