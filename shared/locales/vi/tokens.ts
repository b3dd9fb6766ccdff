import type { TokenTexts } from '../tokens.ts';

export const tokens: TokenTexts = {
  pairTitle: 'Kết nối tiện ích',
  pairLead: 'Nhập mã đang hiện trên tiện ích.',
  isThisIt: 'Đây có đúng là mã đang hiện trên tiện ích của bạn không?',
  code: 'Mã',
  find: 'Tiếp tục',
  isIt: 'Đúng, tiếp tục',
  unknown:
    'Không có yêu cầu kết nối nào mang mã này. Mã hết hạn sau mười phút, sau khi đã được trả lời, và chỉ người đầu tiên nhập mã mới trả lời được.',
  ask: (name) => `Cho “${name}” vào các không gian của bạn?`,
  compare: 'Chỉ đồng ý khi chính bạn vừa bắt đầu việc này và tiện ích hiện đúng mã dưới đây.',
  may: 'Được làm gì',
  scopes: {
    'clip:read clip:write': {
      title: 'Đọc và lưu',
      hint: 'Đọc tin, lưu bài, sửa và xóa những gì bạn được sửa và xóa.',
    },
    'clip:read': { title: 'Chỉ đọc', hint: 'Đọc tin, không thay đổi gì.' },
    'clip:write': { title: 'Chỉ lưu', hint: 'Lưu bài, không đọc được gì, kể cả bài vừa lưu.' },
  },
  where: 'Trong các không gian này và những không gian bạn vào sau:',
  viewer: 'bạn chỉ được đọc ở đó, tiện ích cũng vậy',
  revocable: 'Bạn có thể thu hồi bất cứ lúc nào ở trang tài khoản.',
  approve: 'Đồng ý',
  refuse: 'Từ chối',
  pairedTitle: 'Đã kết nối',
  paired: {
    'clip:read clip:write': (name) =>
      `“${name}” đã có thể đọc và lưu tin. Bạn có thể đóng trang này.`,
    'clip:read': (name) => `“${name}” đã có thể đọc tin. Bạn có thể đóng trang này.`,
    'clip:write': (name) => `“${name}” đã có thể lưu bài. Bạn có thể đóng trang này.`,
  },
  title: 'Tiện ích và chương trình',
  lead: 'Được thay bạn làm việc trong các không gian của bạn cho đến khi bạn thu hồi.',
  none: 'Chưa có. Mở bảng của tiện ích rồi chọn kết nối thư viện.',
  since: (day) => `cho vào ngày ${day}`,
  lastUsed: (day) => `dùng lần cuối ngày ${day}`,
  neverUsed: 'chưa dùng lần nào',
  revoke: 'Thu hồi',
  revokeOf: (name) => `Thu hồi “${name}”`,
  revoked: 'Đã thu hồi: từ nay không vào được nữa.',
  byHand: 'Tự tạo mã truy cập',
  byHandLead:
    'Dành cho trình duyệt không mở được trang duyệt mã, hoặc cho chương trình của bạn. Ai có mã này đều vào được.',
  name: 'Dùng cho',
  make: 'Tạo mã truy cập',
  made: 'Mã truy cập mới của bạn',
  shownOnce:
    'Mã chỉ hiện lần này. Trong phần cài đặt của tiện ích, chọn “Dán mã truy cập” rồi nhập cả hai.',
  server: 'Địa chỉ máy chủ',
  token: 'Mã truy cập',
  back: 'Tôi đã dán xong',
  refusedTitle: 'Đã từ chối',
  refused: (name) => `“${name}” không được vào.`,
};
