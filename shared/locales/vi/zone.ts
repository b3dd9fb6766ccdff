import type { zone as english } from '../en/zone.ts';

const { format: n } = new Intl.NumberFormat('vi');

export const zone: typeof english = {
  title: 'Múi giờ',
  lead: 'Ngày bắt đầu và kết thúc theo múi giờ này. Đổi múi giờ sẽ dời mỗi tin sang đúng ngày của nó ở đó, trên mọi trang, lịch và nguồn cấp tin. Thư viện lớn thì mất một lúc; không mất gì cả, đổi lại thì tin trở về ngày cũ.',
  change: 'Đổi múi giờ',
  changed: 'Đã đổi múi giờ.',
  changedMeanwhile: (theirs) =>
    `Trong lúc đó có người khác đã chọn múi giờ ${theirs}, và chưa có gì bị ghi đè. Bên dưới là múi giờ bạn chọn: đổi lần nữa nếu muốn thay.`,
  moving: 'Các tin đang dời sang ngày theo múi giờ này. Tin bạn lưu từ giờ đã theo múi giờ mới.',
  progress: 'Số tin đã dời',
  moved: (moved, clips) => `Đã dời ${n(moved)} trên ${n(clips)} tin`,
  goOn: 'Tiếp tục',
  goesOn: 'Việc này cũng tự chạy tiếp, chỉ chậm hơn.',
  done: 'Mọi tin đã ở đúng ngày theo múi giờ này.',
  notice: (name, moved, clips) =>
    `Các tin đang dời sang ngày theo múi giờ ${name}: mới xong ${n(moved)} trên ${n(clips)} tin.`,
  troubles: {
    offline: 'Không liên lạc được với máy chủ. Tin đã dời vẫn giữ: có mạng lại thì tiếp tục.',
    busy: 'Máy chủ đang bận. Tin đã dời vẫn giữ: lát nữa hãy tiếp tục.',
    'sign-in': 'Bạn không còn đăng nhập. Hãy đăng nhập lại ở thẻ khác rồi tiếp tục.',
    other: 'Máy chủ không nhận. Hãy tải lại trang.',
  },
};
