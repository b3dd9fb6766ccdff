import type { activity as english } from '../en/activity.ts';

export const activity: typeof english = {
  somebody: 'một người trong nhóm',
  left: 'một người đã rời nhóm',
  by: (name, day) => `Của ${name}, ${day}`,

  copy: {
    action: 'Chép sang thư viện khác…',
    title: 'Chép sang thư viện khác',
    lead: 'Ai ở thư viện đó cũng đọc được. Nhãn, bộ sưu tập và ghi chú không chép theo.',
    clips: (count) => `${count} tin`,
    into: (name) => `Chép sang ${name}`,
    nowhere: 'Bạn không có thư viện nào khác để lưu vào.',
    back: 'Quay lại',
    going: 'Đang chép',
    soFar: (done, of, name) => `${done} trên ${of} tin sang ${name}`,
    goOn: 'Chép tiếp',
    stopped: 'Đã dừng lại. Có mạng thì bạn chép tiếp nhé.',
    over: 'Đã chép',
    copied: (count, name) => `${count} tin nay đã có trong ${name}.`,
    missing: (count) => `${count} tin không còn ở đây nữa.`,
    open: 'Mở bản chép',
    openLibrary: 'Mở thư viện đó',
  },
};
