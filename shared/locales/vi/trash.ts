import type { trash as english } from '../en/trash.ts';

const { format: n } = new Intl.NumberFormat('vi');

export const trash: typeof english = {
  title: 'Thùng rác',
  lead: (days) =>
    `Tin bị xóa nằm ở đây ${days} ngày. Trong lúc đó tin không có trong danh sách, ngày, nguồn tin hay bản xuất nào, và lấy lại được nguyên vẹn.`,
  nothing: 'Thùng rác trống.',
  nothingOlder: 'Không còn tin nào cũ hơn.',
  deletedOn: (day) => `xóa ngày ${day}`,
  goesOn: (day) => `mất hẳn ngày ${day}`,
  putBack: 'Lấy lại',
  keptAnew: 'Trang này đã được lưu lại',
  keptAnewHint: 'Xóa tin đó trước thì mới lấy lại được tin này.',
  forGood: 'Xóa hẳn…',
  forGoodAsk: 'Xóa rồi thì không lấy lại được nữa.',
  forGoodYes: 'Xóa hẳn',
  empty: 'Dọn sạch thùng rác…',
  emptyAsk: (count) =>
    count === 1
      ? 'Xóa rồi thì không lấy lại được nữa.'
      : `Xóa rồi thì ${n(count)} tin này không lấy lại được nữa.`,
  emptyYes: (count) => `Xóa hẳn ${n(count)} tin`,
  emptied: (count) => `Đã xóa hẳn ${n(count)} tin.`,
  isBack: 'Tin đã trở lại, cùng mọi thứ đi kèm.',
  open: 'Mở tin',
  of: (act, title) => `${act}: ${title}`,

  remove: 'Xóa tin',
  removeHint: (days) => `Xóa với mọi người đang lưu tin này. Tin nằm trong thùng rác ${days} ngày.`,
  removed: (title) => `“${title}” đang nằm trong thùng rác.`,
  undo: 'Hoàn tác',
};
