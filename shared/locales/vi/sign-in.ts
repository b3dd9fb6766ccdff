import type { SignInTexts } from '../sign-in.ts';

export const signIn: SignInTexts = {
  title: 'Đăng nhập',
  entered: {
    kept: 'Những gì bạn đã nhập không bị mất: bạn sẽ thấy lại sau khi đăng nhập.',
    lost: 'Những gì bạn đã nhập chưa được gửi và không giữ lại được: hãy quay lại trong trình duyệt, sao chép chúng, rồi đăng nhập.',
  },
  waits: 'Chưa được gửi',
  waitsLead: 'Bạn đã nhập những điều này khi không còn đăng nhập. Chưa có gì được thực hiện.',
  send: 'Gửi ngay',
  lead: 'Thiết bị sẽ hỏi vân tay, khuôn mặt hoặc mã PIN của bạn. Không có mật khẩu nào.',
  withPasskey: 'Đăng nhập bằng khóa truy cập',
  noScript:
    'Khóa truy cập cần JavaScript, mà ở đây đang tắt. Mã khôi phục thì dùng được không cần JavaScript.',
  waiting: 'Đang chờ thiết bị của bạn …',
  codeTitle: 'Không có khóa truy cập bên mình?',
  code: 'Mã khôi phục',
  codeHint: 'Một trong mười mã bạn đã cất, dạng BDWP‑HQRT‑KLMN‑VWXZ. Mỗi mã dùng được một lần.',
  withCode: 'Đăng nhập bằng mã',
  codeWrong:
    'Không tài khoản nào có mã này. Mỗi mã dùng được một lần, và mã mới làm các mã cũ mất hiệu lực.',
  neither:
    'Nếu không có cả hai, hãy nhờ người vận hành máy chủ này: “npm run claim” in ra một liên kết để bạn đăng nhập lại.',

  claimTitle: 'Đăng nhập lại',
  claimOf: 'Đăng nhập vào tài khoản của',
  claimLead:
    'Liên kết này cho bạn đăng nhập một lần. Khóa truy cập, mã khôi phục và những trình duyệt trước đây không vào được nữa: sau đó hãy tạo khóa truy cập cho thiết bị này.',
  claimOtherTitle: 'Liên kết này dành cho tài khoản khác',
  claimOther:
    'Trình duyệt này đang đăng nhập vào một tài khoản khác của bạn. Nếu liên kết được tạo cho bạn, hãy đăng xuất trước, hoặc mở nó trong trình duyệt khác. Liên kết chưa được dùng.',
  anew: 'Bạn đã đăng nhập lại từ đầu: khóa truy cập và mã trước đây mất hiệu lực, mọi trình duyệt khác đã đăng xuất. Hãy tạo khóa truy cập ngay, và thu hồi ở dưới những gì bạn cũng đã mất.',
  linkOpen: (day, time, last) =>
    `Người vận hành máy chủ này đã tạo ngày ${day} một liên kết đăng nhập vào tài khoản của bạn: một lần, đến ${time} ngày ${last}. Nó chấm dứt mọi cách vào trước đó, kể cả trình duyệt này. Nếu bạn không yêu cầu, hãy hủy nó và báo cho họ.`,
  endLink: 'Hủy liên kết này',
  linkEnded: 'Liên kết không còn đăng nhập được nữa.',
  linkUsed: (day) =>
    `Ngày ${day} một liên kết của người vận hành máy chủ đã đăng nhập vào tài khoản của bạn. Khóa truy cập, mã và trình duyệt trước đó không vào được nữa.`,
  lostAll: (account) =>
    `Mất hết khóa truy cập và mã? Người vận hành máy chủ này tạo cho bạn một liên kết bằng “npm run claim -- --account ${account}”.`,

  account: 'Tài khoản của bạn',
  accountLink: 'Đăng nhập, thiết bị, tiện ích',
  accountLead: 'Cách bạn đăng nhập, những nơi đang đăng nhập, và những gì được thay bạn làm việc.',
  newcomer:
    'Đến nay chỉ những trình duyệt đang đăng nhập mới vào được. Hãy tạo khóa truy cập và cất mã khôi phục.',

  passkeys: 'Khóa truy cập',
  passkeysLead:
    'Khóa truy cập nằm trên thiết bị của bạn, hoặc trong trình quản lý mật khẩu trên mọi thiết bị.',
  onlyOne:
    'Bạn có một khóa. Khóa thứ hai, trên thiết bị khác, cho bạn vào khi khóa thứ nhất bị mất.',
  makePasskey: 'Tạo khóa truy cập',
  againFirst: (minutes) =>
    `Muốn tạo thì hãy đăng nhập lại trước: lần gần nhất đã quá ${minutes} phút.`,
  again: 'Đăng nhập lại',
  noMore: (most) => `Bạn có ${most} khóa, không thêm được nữa. Hãy gỡ một khóa trước.`,
  unknownDevice: 'Thiết bị không rõ',
  passkeyMade: 'Đã tạo khóa truy cập. Từ nay bạn đăng nhập bằng nó.',
  made: (day) => `tạo ngày ${day}`,
  used: (day) => `dùng lần cuối ngày ${day}`,
  notUsed: 'chưa dùng',
  remove: 'Gỡ',
  removePasskeyOf: (device, day) => `Gỡ khóa truy cập của ${device}, tạo ngày ${day}`,
  removed:
    'Đã gỡ khóa truy cập ở đây. Hãy xóa nó cả trên thiết bị; những nơi đã đăng nhập bằng nó vẫn đăng nhập cho đến khi bạn kết thúc ở dưới.',

  codes: 'Mã khôi phục',
  codesLead:
    'Dành cho khi không có khóa truy cập bên mình: mỗi mã cho bạn đăng nhập một lần, ở bất cứ đâu.',
  codesLeft: (codes) => (codes === 0 ? 'Bạn chưa có mã nào.' : `Còn ${codes} mã.`),
  makeCodes: 'Tạo mười mã mới',
  makeCodesVoids: 'Những mã bạn đang có sẽ mất hiệu lực.',
  codesMade: 'Mã khôi phục của bạn',
  codesShownOnce:
    'Các mã chỉ hiện lần này. Hãy in hoặc chép lại, và cất ở nơi không ai khác nhìn thấy.',
  codesDone: 'Tôi đã cất chúng',

  sessions: 'Nơi bạn đang đăng nhập',
  here: 'trình duyệt này',
  since: (day) => `từ ngày ${day}`,
  end: 'Đăng xuất',
  endOf: (device, day) => `Đăng xuất ${device}, đăng nhập từ ngày ${day}`,
  endOthers: 'Đăng xuất ở mọi nơi khác',
  endHere: 'Đăng xuất ở đây',
  ended: 'Đã đăng xuất trình duyệt đó.',
  othersEnded: 'Đã đăng xuất mọi trình duyệt khác.',

  troubles: {
    offline: 'Không kết nối được máy chủ. Chưa có gì thay đổi; hãy thử lại khi có mạng.',
    busy: 'Máy chủ đang bận, hoặc đã thử quá nhiều lần. Hãy thử lại sau vài phút.',
    'sign-in': 'Bạn không còn đăng nhập. Hãy tải lại trang.',
    forbidden: 'Bạn đã đăng nhập khá lâu rồi. Hãy đăng nhập lại trước, rồi làm việc này.',
    full: 'Bạn đã có đủ số khóa truy cập tối đa. Hãy gỡ một khóa trước.',
    cancelled: 'Chưa làm gì cả: thao tác bị hủy, hoặc quá lâu.',
    known: 'Thiết bị này đã có khóa truy cập cho tài khoản của bạn.',
    unable:
      'Trình duyệt này không làm được ở đây. Khóa truy cập cần https hoặc localhost, và khóa màn hình.',
    refused: 'Máy chủ không nhận ra khóa truy cập này, hoặc đã quá hạn. Hãy thử lại.',
  },
};
