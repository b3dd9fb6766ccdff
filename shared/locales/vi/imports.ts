import type { imports as english } from '../en/imports.ts';

const { format: n } = new Intl.NumberFormat('vi');

export const imports: typeof english = {
  title: 'Nhập dữ liệu',
  lead: 'Dấu trang của trình duyệt, tệp xuất từ Pocket hay một danh sách địa chỉ: tất cả vào thư viện của bạn, giữ nguyên tiêu đề, ngày, nhãn và thư mục.',
  next: 'Lúc đầu mới chỉ có địa chỉ. Mở trang ra, lưu lại bằng Dateline là có đủ nội dung.',
  noScript: 'Trang này đọc tệp ngay trên máy bạn, cần JavaScript mà trình duyệt đang tắt.',

  drop: 'Thả tệp vào bất cứ đâu trên trang này',
  choose: 'Chọn tệp',
  hint: 'Trình duyệt nào cũng xuất được dấu trang ra tệp HTML. Pocket cho một tệp zip: hãy giải nén rồi thả tất cả các bảng cùng lúc.',
  paste: 'Hoặc dán địa chỉ, mỗi dòng một địa chỉ',
  readPasted: 'Xem danh sách',
  pasted: 'Địa chỉ đã dán',
  several: (name, others) => `${name} và ${n(others)} tệp nữa`,

  reading: (name) => `Đang đọc ${name}`,
  readSoFar: (count) => `đã thấy ${n(count)} địa chỉ`,
  cancel: 'Thôi',
  refusedTitle: 'Không có gì để nhập',
  refusals: {
    empty: (name) => `${name} không có gì bên trong.`,
    packed: (name) => `${name} là tệp nén. Hãy giải nén trước rồi thả các tệp bên trong.`,
    picture: (name) => `${name} là ảnh.`,
    binary: (name) => `${name} không phải văn bản có thể chứa địa chỉ.`,
    json: (name) =>
      `${name} là JSON, Dateline chưa đọc được. Hầu hết công cụ còn xuất được dấu trang HTML: hãy chọn cách đó.`,
    table: (name) =>
      `${name} là bảng, nhưng không phải của Pocket. Hầu hết công cụ còn xuất được dấu trang HTML: hãy chọn cách đó.`,
    'web-page': (name) => `${name} là một trang web, không phải tệp dấu trang.`,
    'no-addresses': (name) => `${name} không có địa chỉ nào.`,
    'too-large': (name) => `${name} lớn hơn 200 MB.`,
    unreadable: (name) =>
      `Không đọc được ${name}. Có thể tệp đã bị chuyển đi hay đang mở ở nơi khác.`,
  },

  asking: 'Đang đối chiếu với thư viện của bạn',
  of: (done, all) => `${n(done)} trên ${n(all)}`,
  formats: {
    netscape: 'dấu trang',
    pocket: 'tệp xuất từ Pocket',
    addresses: 'danh sách địa chỉ',
  },
  counts: 'Trong tệp có gì',
  found: 'Tìm thấy',
  fresh: 'Mới',
  known: 'Thư viện đã có',
  twice: 'Lặp lại trong tệp',
  unusable: 'Không dùng được',
  tagged: 'Có nhãn',
  folders: 'Thư mục',
  oldest: 'Cũ nhất',
  newest: 'Mới nhất',
  number: (count) => n(count),
  whichUnusable: 'Những gì không dùng được, và vì sao',
  reasons: {
    'no-address': 'không có địa chỉ',
    scheme: 'không phải địa chỉ web',
    'too-long': 'địa chỉ dài quá mức',
    'open-quote': 'có dấu ngoặc kép không đóng: phần sau đó không đọc được',
  },
  furtherUnusable: (count) => `và ${n(count)} mục nữa`,
  start: (count) => `Nhập ${n(count)} địa chỉ`,
  onlyTags: 'Thư viện đã có hết các địa chỉ này. Bạn vẫn có thể nhập thêm nhãn.',
  startTags: 'Nhập nhãn',
  nothingNew: 'Thư viện đã có hết các địa chỉ này.',

  sending: (name) => `Đang nhập ${name}`,
  stop: 'Dừng',
  stopping: 'Đang dừng',
  waiting: 'Chưa thấy trả lời. Đang thử lại.',
  paused: 'Việc nhập đã dừng',
  soFar: (done, left) => `Đã xong ${n(done)} địa chỉ, còn ${n(left)}.`,
  goOn: 'Tiếp tục',
  troubles: {
    stopped: 'Bạn đã dừng. Khi tiếp tục, việc nhập chạy tiếp từ chỗ này.',
    offline:
      'Không liên lạc được với máy chủ. Không mất gì cả: khi tiếp tục, việc nhập chạy tiếp từ chỗ này và không có gì bị nhập hai lần.',
    busy: 'Máy chủ đang bận. Khi tiếp tục, việc nhập chạy tiếp từ chỗ này và không có gì bị nhập hai lần.',
    'sign-in': 'Bạn không còn đăng nhập. Hãy đăng nhập lại ở thẻ khác rồi tiếp tục từ chỗ này.',
    forbidden: 'Vai trò của bạn trong không gian này không cho phép.',
    gone: 'Lần nhập này đã được hoàn tác ở nơi khác. Hãy bắt đầu lần mới.',
    refused: 'Máy chủ không nhận. Có thể máy chủ mới hơn trang này: hãy tải lại trang.',
  },

  done: 'Đã nhập xong',
  added: (count) => `${n(count)} địa chỉ đã vào thư viện.`,
  wereKnown: (count) => `${n(count)} địa chỉ đã có từ trước.`,
  toLibrary: 'Mở thư viện',
  another: 'Nhập tệp khác',

  earlier: 'Những lần nhập trước',
  untouched: (count) => `còn ${n(count)} địa chỉ chưa ai đọc`,
  allRead: 'không còn gì để hoàn tác',
  takenBack: 'đã hoàn tác',
  undo: 'Hoàn tác…',
  undoOf: (name) => `Hoàn tác lần nhập ${name}`,
  undoAsk: (count) =>
    `Bỏ ${n(count)} địa chỉ khỏi thư viện? Những bài bạn đã đọc từ đó đến nay vẫn được giữ.`,
  undoYes: 'Bỏ ra',
  undoNo: 'Giữ nguyên',
  undoing: 'Đang hoàn tác',
  undone: 'Đã hoàn tác. Những bài bạn đã đọc từ đó đến nay vẫn được giữ.',

  library: 'Thư viện',
  older: 'Cũ hơn',
  newestFirst: 'Mới nhất',
  addressOnly: 'mới có địa chỉ',
  addressOnlyOf: (title) => `Những gì đã biết về “${title}”, hiện mới có địa chỉ`,
  addressOnlyLead:
    'Những bài ghi “mới có địa chỉ” thì chưa có nội dung. Mở trang ra, lưu lại bằng Dateline là có đủ.',
  emptyTitle: 'Thư viện của bạn còn trống',
  emptyText: 'Lưu một bài bằng tiện ích Dateline, bài sẽ hiện ở đây và ở đúng ngày nó được đăng.',
  emptyImport: 'Nhập dấu trang, tệp Pocket hay một danh sách',
  noOlder: 'Không còn bài nào cũ hơn.',
  keptOn: (day) => `lưu ngày ${day}`,
  unfilled:
    'Mới chỉ biết địa chỉ của trang này. Mở bài gốc, lưu lại bằng Dateline là có đủ nội dung.',
  tags: 'Nhãn',
  folder: (path) => `Thư mục: ${path}`,

  yourData: 'Dữ liệu của bạn',
  importLead: 'Mang vào đây những gì bạn đã lưu ở nơi khác:',
  exportLead:
    'Tất cả những gì thư viện đang giữ, thành một tệp mà chương trình khác đọc được: mỗi dòng một tin, dạng JSON.',
  exportAction: 'Xuất tất cả (JSON Lines)',
  exporting: (count) => `đã lấy ${n(count)} tin`,
  exported: (count, file) => `Đã lưu ${n(count)} tin vào tệp ${file}.`,
  exportTroubles: {
    offline: 'Không liên lạc được với máy chủ. Phần đã lấy vẫn giữ: có mạng lại thì tiếp tục.',
    busy: 'Máy chủ đang bận. Phần đã lấy vẫn giữ: lát nữa hãy tiếp tục.',
    'sign-in':
      'Bạn không còn đăng nhập. Hãy đăng nhập lại ở thẻ khác rồi tiếp tục: phần đã lấy vẫn giữ.',
    other: 'Máy chủ không nhận. Hãy tải lại trang.',
  },
};
