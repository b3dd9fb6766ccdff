import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  keys: 'Phím tắt',
  readKey: 'đọc trang và hiện trong bảng bên cạnh',
  keepKey: 'đọc trang rồi lưu ngay',
  noKey: 'Chưa có phím',
  changeKeys: 'Đổi phím',
  howToChangeKeys: {
    chromium: 'Bạn đổi phím ở chrome://extensions/shortcuts.',
    firefox:
      'Bạn đổi phím ở about:addons: bấm bánh răng, rồi chọn “Quản lý phím tắt của tiện ích mở rộng”.',
    android: 'Firefox trên Android không có phím tắt cho tiện ích.',
    safari: 'Bạn đổi phím trong phần Tiện ích của cài đặt Safari.',
  },
  appearance: 'Giao diện',
  appearances: { auto: 'Theo trình duyệt', light: 'Sáng', dark: 'Tối' },
  reading: 'Đọc bài',
  readingLine: 'Bài viết trong bảng và trong thư viện trên máy này sẽ hiện như thế này.',
  imagesAsk:
    'Khi bật ảnh, bảng bên cạnh hiện cả ảnh chính của bài, phía trên tóm tắt. Ảnh được tải từ chính trang báo, nên trang đó biết có người xem ảnh.',
  data: 'Trên máy này',
  stored: (count) =>
    count === 0
      ? 'Không có tin nào chỉ nằm trên máy này.'
      : `${count} tin chưa có trong thư viện nào.`,
  storedSize: (size) => `Dateline chiếm tất cả ${size}.`,
  openLocal: 'Mở thư viện trên máy này',
  deleteAll: 'Xóa tất cả ở đây…',
  deleteReally: 'Xóa mọi thứ Dateline đang giữ trên máy này?',
  deleteLoses: (count) => `${count} tin không nằm ở nơi nào khác và sẽ mất.`,
  deleteLeaves: (workspace) =>
    `Những gì ${workspace} đã có vẫn còn ở đó, trình duyệt này sẽ ngắt kết nối.`,
  deleteForGood: 'Cài đặt cũng bị xóa. Xóa rồi không lấy lại được.',
  deleteYes: 'Xóa hẳn',
  deleted: 'Đã xóa mọi thứ trên máy này.',
  notTold: (servers) =>
    `Chưa báo được cho ${servers}, nên mã truy cập ở đó vẫn dùng được: hãy thu hồi nó ở đó, trên trang tài khoản của bạn.`,
};
