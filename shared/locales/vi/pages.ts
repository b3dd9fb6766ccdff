import type { pages as english } from '../en/pages.ts';

const { format: n } = new Intl.NumberFormat('vi');

export const pages: typeof english = {
  skip: 'Tới phần nội dung',
  navigation: 'Chính',
  byDay: 'Theo ngày',
  settings: 'Cài đặt',
  home: 'Về trang hôm nay',

  previousDay: 'Hôm trước',
  nextDay: 'Hôm sau',
  feeds: 'Nguồn cấp tin',
  feedOf: (kind, format) => `${kind} (${format})`,
  moreClips: (count) => `và ${n(count)} tin nữa`,
  number: (count) => n(count),
  clips: () => 'tin',
  sources: () => 'nguồn',
  readAll: 'đọc hết',
  readSummaries: 'tóm tắt',
  minutes: (count) => {
    const [hours, minutes] = [Math.floor(count / 60), count % 60];
    if (hours === 0) return `${count} phút`;
    return minutes === 0 ? `${n(hours)} giờ` : `${n(hours)} giờ ${minutes} phút`;
  },
  sections: 'Chuyên mục',
  noSection: 'Chưa rõ chuyên mục',
  calendar: 'Lịch',
  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  dayWithClips: (day, count) => `${day}, ${n(count)} tin`,
  emptyDay: 'Chưa có tin nào trong ngày này',
  futureDay: 'Ngày này chưa tới',
  nearestDays: 'Những ngày gần nhất có tin:',
  emptyLibrary:
    'Thư viện của bạn còn trống. Lưu một bài bằng tiện ích Dateline, bài sẽ hiện ở đúng ngày nó được đăng.',
  pairFirst: 'Tiện ích sẽ xin kết nối khi bạn lưu bài đầu tiên.',
  trySample: 'Thử với một trang mẫu',

  original: (site) => `Đọc bài gốc trên ${site}`,
  summary: 'Tóm tắt',
  terms: 'Cụm từ chính',
  kept: (day) => `Lưu ngày ${day}`,
  by: (authors) => `Tác giả: ${authors}`,
  truncated: 'Phần cuối bài quá dài nên không lưu được. Bài gốc có đầy đủ.',
  noBody: 'Bài này mới chỉ được lưu địa chỉ.',

  claimTitle: 'Nhận Dateline này làm của bạn',
  claimLead:
    'Ai bấm nút sẽ là chủ của bản cài đặt này. Liên kết chỉ dùng được một lần; từ đó trình duyệt này được đăng nhập sẵn.',
  claimName: 'Tên không gian của bạn',
  claimDefaultName: 'Tin tức',
  claimLanguage: 'Ngôn ngữ',
  claimZone: 'Múi giờ',
  claimZoneHint: 'Múi giờ quyết định mỗi tin thuộc về ngày nào.',
  claimButton: 'Nhận làm của tôi',
  claimUsedTitle: 'Liên kết này đã được dùng hoặc không có thật',
  claimUsed:
    'Nếu chính bạn đã dùng, hãy mở Dateline bằng trình duyệt lúc đó. Nếu bản cài đặt chưa có chủ, hãy dừng rồi chạy lại: cửa sổ lệnh sẽ in ra liên kết mới.',

  workspace: 'Không gian',
  workspaceName: 'Tên',
  languageName: 'Tiếng Việt',
  feedKinds: {
    daily: { title: 'Tin theo ngày', description: 'Các tin xếp theo ngày đăng' },
    clips: { title: 'Từng tin một', description: 'Từng tin, tin mới lưu ở trên' },
  },
  feedFormats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },

  unownedTitle: 'Dateline này chưa có chủ',
  unowned:
    'Hãy mở liên kết đã in trong cửa sổ lệnh lúc khởi động. Nếu không còn thấy, hãy dừng Dateline rồi chạy lại.',

  problems: {
    'sign-in': {
      title: 'Bạn chưa đăng nhập ở đây',
      text: 'Hãy đăng nhập bằng khóa truy cập hoặc mã khôi phục, hoặc mở địa chỉ này trong trình duyệt đã đăng nhập. Nếu bản cài đặt chưa có chủ, hãy dùng liên kết đã in trong cửa sổ lệnh.',
    },
    'not-found': {
      title: 'Ở đây không có gì',
      text: 'Địa chỉ sai, trang đã bị xóa, hoặc bạn không được xem.',
    },
    'no-such-day': {
      title: 'Không có ngày này',
      text: 'Ngày được viết như 2026-02-28, còn ngày này không có trong lịch nào.',
    },
    'wrong-origin': {
      title: 'Yêu cầu này không đến từ trang của Dateline',
      text: 'Chưa có gì thay đổi. Hãy quay lại, tải lại trang và làm lại.',
    },
    'role-too-low': {
      title: 'Vai trò của bạn không cho phép việc này',
      text: 'Chưa có gì thay đổi. Hãy hỏi chủ của không gian.',
    },
    'last-owner': {
      title: 'Không gian cần có chủ sở hữu',
      text: 'Chưa có gì thay đổi. Hãy giao quyền sở hữu cho người khác trước.',
    },
    'bad-request': {
      title: 'Có chỗ trong biểu mẫu không hợp lệ',
      text: 'Chưa có gì thay đổi. Hãy quay lại xem lại những gì bạn đã nhập.',
    },
    'sign-in-again': {
      title: 'Hãy đăng nhập lại trước',
      text: 'Việc này cần chắc chắn là bạn, ngay lúc này, chứ không phải ai đó gặp trình duyệt đang mở. Chưa có gì thay đổi; bạn sẽ trở lại nơi vừa rời, những gì đã nhập vẫn còn.',
    },
    'too-many-passkeys': {
      title: 'Không còn chỗ cho khóa truy cập nữa',
      text: 'Tài khoản của bạn đã có đủ số khóa tối đa. Hãy gỡ một khóa không dùng rồi tạo khóa mới.',
    },
    'too-many': {
      title: 'Đã thử quá nhiều lần',
      text: 'Chưa có gì thay đổi. Hãy chờ vài phút rồi thử lại.',
    },
    busy: {
      title: 'Cơ sở dữ liệu đang bận',
      text: 'Có thể việc đã xong mà chỉ mất câu trả lời. Hãy thử lại sau giây lát; không có gì bị làm hai lần.',
    },
    'library-moving': {
      title: 'Thư viện này đang được chuyển chỗ',
      text: 'Lúc này chỉ đọc được, chưa sửa được. Chưa có gì thay đổi. Hãy chờ một phút rồi gửi lại.',
    },
    internal: {
      title: 'Máy chủ gặp lỗi',
      text: 'Có thể việc đã xong mà chỉ mất câu trả lời. Hãy thử lại, không có gì bị làm hai lần; nếu lỗi lặp lại, nhật ký của máy chủ sẽ cho biết lý do.',
    },
  },

  sentKept: 'Những gì bạn đã gửi vẫn giữ ở trang này.',
  sendAgain: 'Gửi lại',

  categories: {
    '01000000': 'Văn hóa, giải trí',
    '02000000': 'Pháp luật',
    '03000000': 'Thiên tai, tai nạn',
    '04000000': 'Kinh tế',
    '05000000': 'Giáo dục',
    '06000000': 'Môi trường',
    '07000000': 'Sức khỏe',
    '08000000': 'Chuyện đời',
    '09000000': 'Lao động',
    '10000000': 'Đời sống',
    '11000000': 'Chính trị',
    '12000000': 'Tôn giáo',
    '13000000': 'Khoa học, công nghệ',
    '14000000': 'Xã hội',
    '15000000': 'Thể thao',
    '16000000': 'Xung đột, chiến tranh',
    '17000000': 'Thời tiết',
  },
};
