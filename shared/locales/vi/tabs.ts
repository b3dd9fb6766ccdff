import type { tabs as english } from '../en/tabs.ts';

export const tabs: typeof english = {
  title: 'Lưu mọi thẻ',
  heading: (count) => `Lưu ${count} thẻ khác trong cửa sổ này`,
  why: 'Mỗi thẻ được đọc và tóm tắt như khi bạn mở Dateline ở đó; trang không có bài thì lưu đường dẫn. Trình duyệt sẽ hỏi bạn có cho Dateline đọc các trang này không. Xong việc, Dateline trả lại quyền ấy ngay.',
  none: 'Cửa sổ này không có thẻ nào khác.',
  start: (count) => `Lưu cả ${count} thẻ`,
  stop: 'Dừng',
  refused: 'Không có quyền đó thì không đọc được thẻ khác. Chưa lưu gì cả.',
  progress: (done, all) => `${done} trên ${all} thẻ`,
  done: (kept, all) => `Đã lưu ${kept} trên ${all} thẻ.`,
  stopped: (kept, all) => `Đã dừng: lưu được ${kept} trên ${all} thẻ.`,
  givenBack: 'Quyền đọc mọi trang đã được trả lại.',
  outcomes: {
    waiting: 'đang chờ',
    reading: 'đang đọc…',
    kept: 'đã lưu',
    link: 'đã lưu đường dẫn',
    already: 'đã lưu từ trước',
    unreadable: 'không phải trang lưu được',
    failed: 'chưa lưu được: bạn mở thẻ đó rồi lưu lại',
  },
};
