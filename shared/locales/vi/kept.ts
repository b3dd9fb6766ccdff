import type { kept as english } from '../en/kept.ts';

export const kept: typeof english = {
  inDigest: (day) => `Đã lưu, xếp vào tin ngày ${day}`,
  byYou: (moment) => `Bạn lưu lúc ${moment}.`,
  byYouOn: (day) => `Bạn lưu ngày ${day}.`,
  byOthers: (day, count) =>
    count === 1
      ? `Một thành viên khác lưu ngày ${day}.`
      : `${count} thành viên khác đang lưu, người đầu tiên từ ${day}.`,
  update: 'Cập nhật',
  link: {
    kept: (title) => `Đã lưu liên kết: ${title}`,
    known: (title) => `Liên kết này đã lưu từ trước: ${title}`,
    failed: (title) => `Chưa lưu được liên kết, trình duyệt không ghi được vào đĩa: ${title}`,
  },
  otherDay: {
    'no-date': 'Không rõ ngày đăng nên bài được xếp vào ngày lưu.',
    future: 'Lúc lưu, ngày đăng còn chưa tới nên bài được xếp vào ngày lưu.',
    zone: 'Đó là ngày đăng theo múi giờ của thư viện.',
    library: 'Thư viện xếp bài vào ngày khác với ngày ở trên.',
  },
};
