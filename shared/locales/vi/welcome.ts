import type { welcome as english } from '../en/welcome.ts';

export const welcome: typeof english = {
  title: 'Giữ lại tin bạn đọc',
  does: [
    'Dateline đọc bài báo đang mở và tóm tắt bằng chính câu chữ của bài.',
    'Một phím là lưu xong, trước hết ngay trên máy này.',
    'Sau này bạn tìm lại theo ngày tin được đăng.',
  ],
  nothingSent:
    'Dateline chỉ đọc thẻ nào bạn yêu cầu. Khi bảng còn mở, các trang bạn mở tiếp trong thẻ đó cũng được đọc, cho đến khi thẻ sang trang web khác. Chưa chọn nơi nhận thì không có gì được gửi đi.',
  pinTitle: 'Ghim nút cho dễ thấy',
  findTitle: 'Mở Dateline ở đâu',
  pin: {
    chromium: 'Bấm hình mảnh ghép cạnh thanh địa chỉ, rồi bấm ghim bên cạnh Dateline.',
    firefox:
      'Bấm hình mảnh ghép cạnh thanh địa chỉ, bấm bánh răng bên cạnh Dateline, rồi chọn “Ghim vào thanh công cụ”.',
    android: 'Mở trình đơn của Firefox, chọn “Tiện ích mở rộng”, rồi chọn Dateline.',
    safari: 'Safari hiện nút cạnh thanh địa chỉ khi bạn bật Dateline.',
  },
  pinned: 'Nút đã nằm trên thanh công cụ.',
  keysTitle: 'Hoặc dùng phím tắt',
  whereTitle: 'Lưu ở đâu',
  withServer: 'Có máy chủ riêng',
  withServerWhy: 'Mỗi ngày có một trang và một nguồn tin, các trình duyệt dùng chung một thư viện.',
  withoutServer: 'Không cần máy chủ',
  withoutServerWhy:
    'Có tóm tắt, tin liên quan và một thư viện ngay trên máy này. Khi nào kết nối máy chủ, tin đã lưu sẽ được gửi lên.',
  chooseWithout: 'Dùng không cần máy chủ',
  choseWithout: 'Bạn đang dùng Dateline không có máy chủ. Bạn có thể kết nối bất cứ lúc nào.',
  sampleTitle: 'Thử với một bài mẫu',
  sampleIntro: 'Tin về một nơi không có thật. Bạn đọc thử như đọc một trang bất kỳ.',
  readSample: 'Đọc bằng Dateline',
  sampleRead: 'Bảng bên cạnh trang sẽ hiện như thế này. Bấm vào một câu để xem câu đó nằm ở đâu.',
  onServer: 'Xem thêm trang mẫu trên máy chủ của bạn',
  onward: 'Giờ bạn mở một bài báo bất kỳ rồi bấm nút Dateline.',
};
