import type { fullness as english } from '../en/fullness.ts';

const { format: n } = new Intl.NumberFormat('vi');

const megabytes = (bytes: number): string =>
  `${new Intl.NumberFormat('vi', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 }).format(bytes / 1e6)} MB`;

export const fullness: typeof english = {
  title: 'Đã dùng bao nhiêu',
  clips: 'Tin có nội dung',
  number: (count) => n(count),
  size: 'Cơ sở dữ liệu',
  sizeOf: (bytes, free) =>
    `${megabytes(bytes)} trên ${megabytes(free)} mà gói miễn phí của Cloudflare dành cho một cơ sở dữ liệu`,
  sizeUnknown: 'Cơ sở dữ liệu này không cho biết dung lượng.',
  share: (share) => (share < 0.01 ? '< 1%' : `${n(Math.round(share * 100))}%`),
  oldest: 'Tin cũ nhất',
  newest: 'Tin mới nhất',
  byMonth: 'Theo tháng lưu',
  bySite: 'Theo nguồn',
  amongNewest: (count) => `Trong ${n(count)} tin được lưu gần đây nhất.`,
  month: 'Tháng',
  site: 'Nguồn',
  noSite: 'Không rõ nguồn',
  furtherSites: 'Các nguồn khác',
  empty: 'Chưa lưu tin nào.',
};
