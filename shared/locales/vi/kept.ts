import type { kept as english } from '../en/kept.ts';

export const kept: typeof english = {
  inDigest: (day) => `Đã lưu, xếp vào tin ngày ${day}`,
  byYou: (moment) => `Bạn lưu lúc ${moment}.`,
  byYouAgain: (first, last) => `Bạn lưu lúc ${first}, lưu lại lúc ${last}.`,
  again: (moment) => `Đã lưu lại lúc ${moment}`,
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
