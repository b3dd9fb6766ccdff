// Reports of three events, some of them by several papers, as articles that are kept.
import type { KeepWrite } from '../../shared/schema/keep.ts';

type Article = Partial<KeepWrite['article']>;

const reports = {
  storm: {
    title: 'Bão Yagi đổ bộ Quảng Ninh, gió giật cấp 17',
    text: `Chiều 7/9, tâm bão Yagi đi vào đất liền Quảng Ninh và Hải Phòng với sức gió mạnh nhất cấp 14, giật cấp 17. Tại Hạ Long, hàng trăm nhà bị tốc mái, nhiều tàu du lịch bị đánh chìm tại cảng Tuần Châu. Ông Mai Văn Khiêm, Giám đốc Trung tâm Dự báo Khí tượng Thủy văn Quốc gia, cho biết bão Yagi là cơn bão mạnh nhất trên Biển Đông trong 30 năm qua. Điện lực Quảng Ninh đã cắt điện toàn tỉnh từ trưa để bảo đảm an toàn. Hơn 50.000 người dân ven biển được sơ tán đến nơi an toàn trước khi bão Yagi đổ bộ.`,
  },
  stormElsewhere: {
    title: 'Quảng Ninh mất điện toàn tỉnh khi bão Yagi vào đất liền',
    text: `Bão Yagi đổ bộ Quảng Ninh và Hải Phòng chiều 7/9 với gió cấp 14, giật cấp 17, khiến toàn tỉnh Quảng Ninh mất điện. Ở cảng Tuần Châu, Hạ Long, nhiều tàu du lịch chìm. Theo ông Mai Văn Khiêm, đây là cơn bão mạnh nhất trên Biển Đông 30 năm qua. Trước khi bão Yagi vào, hơn 50.000 người dân ven biển Quảng Ninh đã sơ tán. Hàng trăm mái nhà ở Hạ Long bị tốc.`,
  },
  football: {
    title: 'Tuyển nữ Việt Nam thắng Thái Lan 2-1 ở chung kết',
    text: `Tối 15/5, tuyển nữ Việt Nam thắng Thái Lan 2-1 trong trận chung kết bóng đá nữ SEA Games trên sân Cẩm Phả. Huỳnh Như mở tỷ số ở phút 23, Thanh Nhã nhân đôi cách biệt đầu hiệp hai. Huấn luyện viên Mai Đức Chung nói các học trò đã chơi bằng cả trái tim. Đây là tấm huy chương vàng SEA Games thứ tám của bóng đá nữ Việt Nam.`,
  },
} as const;

/** An article that reports an event, at an address and of a site of its own. */
export const report = (name: keyof typeof reports, article: Article = {}): Article => {
  const { title, text } = reports[name];
  return {
    title,
    language: 'vi',
    blocks: text
      .split(/(?<=\.) (?=\p{Lu})/u)
      .map((sentence) => ({ kind: 'paragraph', runs: [{ text: sentence }] })),
    ...article,
  };
};
