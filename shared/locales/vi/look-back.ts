import type { lookBack as english } from '../en/look-back.ts';

export const lookBack: typeof english = {
  title: 'Nhìn lại',
  unread: 'Một năm rồi chưa đọc',
  change: 'Tắt mục này',
  setting: 'Trang hôm nay',
  lead: 'Nhìn lại: tin của ngày này những năm trước, và một tin từ năm ngoái bạn chưa đọc.',
  isOn: 'Đang hiện.',
  isOff: 'Đang tắt.',
  turnOn: 'Hiện',
  turnOff: 'Tắt',
  turned: { on: 'Từ giờ mục này hiện.', off: 'Từ giờ mục này không hiện nữa.' },
};
