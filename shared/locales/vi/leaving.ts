import type { LeavingTexts } from '../leaving.ts';

export const leaving: LeavingTexts = {
  more: (most) => `hơn ${most}`,
  states: (count) => `${count} trạng thái (chưa đọc, đã đọc, có sao)`,
  highlights: (count) => `${count} chỗ đánh dấu cùng ghi chú`,
  searches: (count) => `${count} tìm kiếm đã lưu`,
  theirsGoes: 'Những gì của riêng họ bị xóa:',
  yoursGoes: 'Những gì của riêng bạn bị xóa:',
  keptStays:
    'Mọi tin đã lưu ở lại thư viện, kể cả tin chỉ họ lưu. Ghi chú cho nhóm cũng ở lại. Ở đó không còn tên họ, chỉ ghi là của người đã rời đi.',
  keptOfYoursStays:
    'Mọi tin đã lưu ở lại thư viện, kể cả tin chỉ bạn lưu. Ghi chú cho nhóm cũng ở lại. Ở đó không còn tên bạn, chỉ ghi là của người đã rời đi.',
  yourLinks: 'Liên kết công khai bạn đã tạo vẫn mở được. Hãy thu hồi trước nếu không muốn thế.',
  toLinks: 'Liên kết công khai',
  feeds:
    'Địa chỉ nguồn cấp và liên kết công khai là của không gian: ai có thì vẫn đọc được cho đến khi đổi địa chỉ.',
  toFeeds: 'Đổi địa chỉ',

  deleteWorkspace: 'Xóa không gian này',
  deleteLead: 'Cùng mọi thứ trong đó, với tất cả những ai ở trong.',
  deleteTitle: (name) => `Xóa “${name}”?`,
  clips: (count) => `${count} tin`,
  membersOut: (count) =>
    count === '1'
      ? 'Ngoài bạn không có ai ở trong.'
      : `${count} người ở trong, kể cả bạn: không ai vào được nữa.`,
  clipsGo: (clips) =>
    `${clips} cùng nội dung, nhãn, bộ sưu tập, chỗ đánh dấu và trạng thái bị xóa hẳn, cả trong thùng rác. Không lấy lại được; hãy xuất ra trước.`,
  addressesDie:
    'Nguồn cấp, trang chia sẻ, lời mời và mọi địa chỉ của không gian không còn gì từ lúc đó.',
  otherWorkspaces: 'Các không gian khác giữ nguyên những gì của mình.',
  typeName: (name) => `Gõ tên không gian, ${name}, để chắc chắn không nhầm`,
  wrongName: 'Đó không phải tên của không gian. Chưa có gì bị xóa.',
  deleteNow: 'Xóa hẳn',
  deleted: 'Đã xóa không gian.',
  toExport: 'Đến phần xuất dữ liệu',

  exportAccount: 'Những gì của riêng bạn',
  exportAccountLead:
    'Tên, khóa truy cập, phiên đăng nhập, các không gian của bạn, và trong mỗi không gian là trạng thái, chỗ đánh dấu, tìm kiếm đã lưu và những gì bạn đã làm ở đó, dạng JSON Lines. Tin thì có trong phần xuất của từng thư viện.',
  exportAccountNow: 'Xuất những gì của riêng bạn',

  deleteAccount: 'Xóa tài khoản của bạn',
  deleteAccountLead:
    'Cùng khóa truy cập, phiên đăng nhập, mã của tiện ích, và những không gian chỉ của riêng bạn.',
  accountTitle: 'Xóa tài khoản của bạn?',
  signInGoes:
    'Khóa truy cập, mã khôi phục, phiên đăng nhập và mã của tiện ích hết hiệu lực ngay: không còn cách nào đăng nhập.',
  ownGo: 'Những không gian này chỉ của riêng bạn, và bị xóa cùng mọi thứ trong đó:',
  youLeave: 'Bạn rời những không gian này, những gì của riêng bạn ở đó bị xóa:',
  handOverFirst:
    'Bạn là chủ sở hữu duy nhất của những không gian này, nơi còn người khác. Trước hết hãy giao quyền sở hữu, hoặc xóa chúng:',
  sure: 'Vâng, xóa hẳn',
  deleteAccountNow: 'Xóa tài khoản của tôi',
  accountDeleted: 'Đã xóa tài khoản của bạn',
  accountDeletedLead:
    'Trình duyệt này đã đăng xuất. Những gì của riêng bạn tự được xóa trong vài phút tới, hoặc ngay khi kết nối được cơ sở dữ liệu của chúng. Những gì người khác chia sẻ với nhau vẫn là của họ.',
};
