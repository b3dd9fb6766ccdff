import type { names as english } from '../en/names.ts';

export const names: typeof english = {
  tags: 'Nhãn',
  collections: 'Bộ sưu tập',
  noTags: 'Chưa có nhãn nào. Hãy chọn tin trong thư viện rồi gắn nhãn.',
  noCollections: 'Chưa có bộ sưu tập nào. Hãy chọn tin trong thư viện rồi thêm vào một bộ.',
  clips: (count, most) => (count >= most ? `từ ${most} tin trở lên` : `${count} tin`),
  find: { tag: 'Tìm nhãn', collection: 'Tìm bộ sưu tập' },
  show: 'Tìm',
  showAll: 'Xem tất cả',
  noneFound: 'Không có tên nào như vậy. Gõ không dấu cũng được.',
  further: 'Xem tiếp',
  firstNames: 'Về đầu',
  noClips: 'Không còn tin nào ở đây.',
  change: 'Sửa',
  name: 'Tên',
  rename: 'Đổi tên',
  description: 'Nói về gì',
  describe: 'Lưu mô tả',
  describedMeanwhile:
    'Trong lúc đó có người khác đã viết mô tả khác, và chưa có gì bị ghi đè. Bên dưới là mô tả của bạn; lưu lại nếu muốn thay. Mô tả của họ:',
  describedAway: 'Không có.',
  deleteTag: (clips) => `Xóa nhãn này. Nhãn được gỡ khỏi ${clips}, các tin vẫn còn.`,
  deleteCollection: (clips) => `Xóa bộ sưu tập này. ${clips} trong đó vẫn còn trong thư viện.`,
  deletedEnds: {
    tag: 'Nguồn cấp của nhãn này sẽ không còn gì.',
    collection:
      'Liên kết công khai, lời mời và nguồn cấp của bộ sưu tập này sẽ không còn gì, và khách không vào được nữa.',
  },
  mergedEnds: {
    tag: 'Nguồn cấp của nhãn này sẽ dẫn sang nhãn kia.',
    collection:
      'Liên kết công khai và lời mời của bộ sưu tập này sẽ không còn gì, và khách không vào được nữa. Nguồn cấp sẽ dẫn sang bộ sưu tập kia.',
  },
  delete: 'Xóa',
  keep: 'Giữ nguyên',
  mergeAsk: (from, into, clips) => `Đã có “${into}”. Gộp “${from}” (${clips}) vào đó?`,
  merge: 'Gộp lại',
  up: 'Lên',
  down: 'Xuống',
  upOf: (title) => `Đưa “${title}” lên`,
  downOf: (title) => `Đưa “${title}” xuống`,
  order: 'Thứ tự',
  orderLead: 'Tin mới nhất đứng trước, cho đến khi bạn chuyển chỗ một tin.',
};
