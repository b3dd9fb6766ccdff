import type { report as english } from '../en/report.ts';

export const report: typeof english = {
  open: 'Báo lỗi…',
  title: 'Báo lỗi trang này',
  intro:
    'Không có gì được gửi đi. Bên dưới là toàn bộ báo cáo: bạn chép hoặc lưu lại rồi đưa cho ai tùy bạn.',
  include: 'Báo cáo gồm những gì',
  address: 'kèm địa chỉ trang',
  content: 'kèm tiêu đề và nội dung',
  save: 'Lưu thành tệp',
  done: {
    copied: 'Đã chép.',
    copyFailed:
      'Chưa chép được: trình duyệt không cho phép. Bạn chọn phần chữ bên dưới rồi tự chép bằng bàn phím.',
    saved: 'Đã lưu vào thư mục tải về.',
  },
  inSettings: 'Có trang đọc sai?',
  inSettingsHow:
    'Trong bảng bên cạnh, nút “Báo lỗi…” dưới tiêu đề soạn một đoạn về cách trang được đọc. Bạn xem trước khi chép, và không có gì được gửi đi.',
};
