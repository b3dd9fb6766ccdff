import type { GuestTexts } from '../guests.ts';

export const guests: GuestTexts = {
  to: 'Vào',
  all: 'cả không gian',
  toHint:
    'Ai được mời vào một bộ sưu tập thì đọc các tin trong đó cùng nội dung, và không thấy gì khác: không nhãn, ghi chú hay trạng thái. Khách thì không cần chọn vai trò.',
  guests: 'Khách',
  guestsLead: 'Mỗi người đọc một bộ sưu tập, và không thấy gì khác của không gian này.',
  goneCollection: 'một bộ sưu tập không còn nữa',
  since: (day) => `từ ngày ${day}`,
  remove: 'Đưa ra',
  removeOf: (name, collection) => `Đưa ra khỏi ${collection}: ${name}`,
  visits: 'Những bộ sưu tập bạn là khách',
  leave: 'Rời',
  leaveOf: (collection) => `Rời ${collection}`,
  invitedTo: (collection, workspace) => `Đọc “${collection}” của “${workspace}”?`,
  asGuest: 'Bạn vào làm khách: đọc các tin trong bộ sưu tập này cùng nội dung.',
  joined: 'Bạn đã vào: đây là bộ sưu tập bạn được mời đọc.',
  onlyHere:
    'Hiện chỉ trình duyệt này vào được. Hãy tạo khóa truy cập trong tài khoản để vào được cả từ nơi khác.',
  inviteTo: (collection) => `Khách của ${collection}`,
};
