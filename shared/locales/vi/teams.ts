import type { TeamTexts } from '../teams.ts';
import { panel } from './panel.ts';

export const teams: TeamTexts = {
  roles: panel.roles,
  roleHints: {
    owner: 'làm được mọi việc, mời người khác và định ai được làm gì',
    editor: 'lưu, sửa và xóa tin, nhãn và bộ sưu tập',
    viewer: 'đọc, có trạng thái và đánh dấu của riêng mình',
  },
  roleLabel: 'Vai trò',
  noName: 'Chưa có tên',

  yourName: 'Tên của bạn',
  yourNameLead: 'Những người khác trong không gian biết bạn qua tên này.',
  saveName: 'Lưu tên',
  nameSaved: 'Đã lưu tên.',

  workspaces: 'Các không gian của bạn',
  switchFrom: (name) => `${name}, đến các không gian của bạn`,
  workspacesLead: 'Mỗi không gian có thư viện riêng. Địa chỉ cho biết trang thuộc không gian nào.',
  current: 'mở gần nhất',
  unreached: 'hiện không kết nối được; không có gì bị mất',
  newWorkspace: 'Không gian mới',
  newLead: 'Một thư viện riêng, cho bạn hoặc cho một nhóm: sau đó bạn mời những người khác.',
  make: 'Tạo không gian',
  none: 'Bạn không ở trong không gian nào',
  noneLead:
    'Bạn đã đăng nhập, nhưng không còn ở trong không gian nào: bạn đã rời đi, hoặc chủ sở hữu đã đưa bạn ra. Hãy mở một lời mời, hoặc tạo không gian của riêng bạn.',

  members: 'Thành viên',
  membersOf: (name) => `Thành viên của ${name}`,
  toAccount: 'Đến tài khoản của bạn',
  rename: 'Đổi tên',
  renamed: 'Không gian đã có tên mới.',
  renamedMeanwhile:
    'Trong lúc đó có người khác đã đặt tên khác cho không gian, và chưa có gì bị ghi đè. Bên dưới là tên của bạn: đổi tên lần nữa nếu muốn thay. Tên họ đặt:',
  membersLead: 'Ai đọc và lưu ở đây, với vai trò gì.',
  membersLink: 'Ai ở trong không gian này',
  you: 'bạn',
  since: (day) => `từ ngày ${day}`,
  change: 'Thay đổi',
  changeOf: (name) => `Thay đổi ${name}`,
  leave: 'Rời không gian này',
  leaveLead: 'Bạn chỉ có thể trở lại khi được mời.',
  lastOwner:
    'Bạn là chủ sở hữu duy nhất: hãy giao quyền sở hữu cho người khác trước khi rời, để không gian không bị vô chủ.',

  changeRole: 'Đổi vai trò',
  roleMeanwhile: (role) =>
    `Trong lúc đó có người khác đã đổi vai trò của họ thành ${role}. Chưa có gì được thực hiện. Bạn xem lại, rồi làm lần nữa nếu vẫn muốn.`,
  handOver: 'Giao quyền sở hữu',
  handOverLead: (name) => `${name} trở thành chủ sở hữu thay bạn, còn bạn là biên tập viên.`,
  remove: 'Đưa ra',
  removeTitle: (name) => `Đưa ${name} ra`,
  goes: 'Họ lập tức không còn thấy gì ở đây nữa, dù bằng trình duyệt hay tiện ích nào.',
  youGo: 'Bạn lập tức không còn thấy gì ở đây nữa, dù bằng trình duyệt hay tiện ích nào.',
  backToMembers: 'Về trang thành viên',

  done: {
    role: 'Đã đổi vai trò.',
    'handed-over': 'Đã giao quyền sở hữu. Giờ bạn là biên tập viên.',
    removed: 'Đã đưa ra: họ không còn thấy gì ở đây nữa.',
    'guest-removed': 'Đã đưa khách ra: họ không còn thấy gì ở đây nữa.',
    'invite-revoked': 'Đã thu hồi liên kết: không ai vào được bằng nó nữa.',
  },
  left: 'Bạn đã rời đi.',
  noneToPair:
    'Tiện ích lưu tin vào một không gian, mà bạn chưa ở trong không gian nào. Hãy tạo một không gian ở đây, rồi kết nối lại.',

  invites: 'Lời mời',
  invitesLead: 'Mỗi liên kết cho một người vào, một lần. Đừng gửi cho ai khác.',
  inviteRole: 'Với vai trò',
  inviteDays: 'Có hiệu lực',
  days: (days) => `${days} ngày`,
  makeInvite: 'Tạo liên kết',
  noInvites: 'Không có liên kết nào đang mở.',
  inviteOf: (role, day) => `${role}, tạo ngày ${day}`,
  expires: (day) => `có hiệu lực đến ngày ${day}`,
  revoke: 'Thu hồi',
  revokeOf: (role, day) => `Thu hồi liên kết cho ${role}, tạo ngày ${day}`,
  inviteMade: 'Đã tạo liên kết',
  shownOnce: (days) => `Liên kết chỉ hiện lần này, và cho một người vào. Có hiệu lực ${days}.`,
  sameLink:
    'Đây là liên kết mà biểu mẫu này đã tạo trước đó, cho một người. Để mời người khác, hãy tạo liên kết mới ở trang thành viên.',
  link: 'Liên kết',
  copyLink: 'Chép liên kết',
  copied: 'Đã chép liên kết.',

  invitedTo: (workspace) => `Vào “${workspace}”?`,
  invitedBy: (name) => `${name} mời bạn.`,
  invited: 'Bạn được mời.',
  asEditor: 'Bạn vào làm biên tập viên: đọc mọi tin đã lưu ở đó, được lưu, sửa và xóa.',
  asViewer: 'Bạn vào làm người xem: đọc mọi tin đã lưu ở đó, có trạng thái và đánh dấu riêng.',
  withAccount: 'Bạn vào bằng tài khoản đang đăng nhập.',
  newAccount:
    'Một tài khoản mới được tạo cho trình duyệt này. Sau đó hãy tạo khóa truy cập để vào được từ nơi khác.',
  haveAccount: 'Bạn đã có tài khoản ở đây?',
  signInFirst: 'Đăng nhập trước',
  join: 'Vào',
  inAlready: (name) => `Bạn đã đọc được “${name}”`,
  leftToOthers:
    'Bạn không cần lời mời, và quyền của bạn vẫn như cũ. Liên kết vẫn dùng được: hãy để cho người được mời.',
  goThere: 'Mở',
};
