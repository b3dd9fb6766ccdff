// Texts that a site prints again and again with other names and figures in them: weather, prices, draws, results.

type Random = () => number;

const figure = (random: Random, least: number, most: number): string =>
  String(least + Math.floor(random() * (most - least + 1)));

const one = (random: Random, of: string): string => {
  const words = of.split('|');
  return words[Math.floor(random() * words.length)] ?? '';
};

const weatherVi = (random: Random): string => {
  const n = (least: number, most: number): string => figure(random, least, most);
  const sky = (): string =>
    one(
      random,
      'có mây, không mưa|nhiều mây, có mưa rào rải rác|có lúc có mưa rào và dông|trời rét|ngày nắng nóng',
    );
  const wind = (): string =>
    one(random, 'Gió nhẹ|Gió đông bắc cấp 2-3|Gió tây nam cấp 2-3|Gió đông đến đông nam cấp 2-3');
  const area = (name: string): string =>
    `${name}: ${sky()}. ${wind()}. Nhiệt độ thấp nhất từ ${n(12, 25)}-${n(14, 27)} độ C, nhiệt độ cao nhất từ ${n(24, 36)}-${n(26, 38)} độ C.`;
  return `Trung tâm Dự báo khí tượng thủy văn quốc gia cho biết, ngày ${n(1, 28)}/${n(1, 12)}, ${one(random, 'không khí lạnh tiếp tục tăng cường xuống phía nam|áp thấp nóng phía tây phát triển|rãnh áp thấp có trục qua Trung Bộ hoạt động yếu dần')}. ${area('Phía Tây Bắc Bộ')} ${area('Phía Đông Bắc Bộ')} ${area('Các tỉnh từ Thanh Hóa đến Thừa Thiên Huế')} ${area('Các tỉnh Đà Nẵng đến Bình Thuận')} ${area('Khu vực Tây Nguyên')} ${area('Khu vực Nam Bộ')} ${area('Khu vực Hà Nội')}`;
};

const goldVi = (random: Random): string => {
  const n = (least: number, most: number): string => figure(random, least, most);
  const price = (): string => `${n(50, 80)},${n(10, 99)}`;
  return `Giá vàng trong nước sáng ${n(1, 28)}/${n(1, 12)} ${one(random, 'tăng mạnh|giảm nhẹ|đi ngang|quay đầu giảm')} so với phiên hôm qua. Tập đoàn Vàng bạc đá quý DOJI niêm yết giá vàng miếng ở mức ${price()} triệu đồng/lượng (mua vào) và ${price()} triệu đồng/lượng (bán ra). Công ty Vàng bạc đá quý Sài Gòn niêm yết giá vàng SJC ở mức ${price()} triệu đồng/lượng mua vào và ${price()} triệu đồng/lượng bán ra. Giá vàng thế giới giao ngay đứng ở mức ${n(1700, 2400)} USD/ounce, ${one(random, 'tăng|giảm')} ${n(2, 30)} USD so với cùng giờ hôm trước. Quy đổi theo tỷ giá ngân hàng, chưa tính thuế và phí, giá vàng thế giới thấp hơn giá vàng trong nước khoảng ${n(3, 18)} triệu đồng/lượng. Các chuyên gia cho rằng giá vàng sẽ ${one(random, 'còn biến động trong tuần tới|chịu áp lực từ đồng USD mạnh lên|được hỗ trợ bởi nhu cầu trú ẩn')}.`;
};

const lotteryVi = (random: Random): string => {
  const n = (digits: number): string => figure(random, 10 ** (digits - 1), 10 ** digits - 1);
  return `Tối ${figure(random, 1, 28)}/${figure(random, 1, 12)}, Công ty Xổ số điện toán Việt Nam quay số mở thưởng kỳ ${n(5)} sản phẩm Vietlott Power 6/55. Hội đồng quay số mở thưởng đã xác định được các con số may mắn là ${n(2)} - ${n(2)} - ${n(2)} - ${n(2)} - ${n(2)} - ${n(2)} và cặp số đặc biệt để chọn giải Jackpot 2 là ${n(2)}. Kết quả, có ${n(2)} khách hàng trúng giải nhất trị giá 40 triệu đồng, ${n(3)} khách hàng trúng giải nhì trị giá 500.000 đồng và ${n(5)} khách hàng trúng giải ba trị giá 50.000 đồng. Giải Jackpot 1 trị giá hơn ${n(2)} tỷ đồng ${one(random, 'chưa tìm được chủ nhân|đã thuộc về một khách hàng mua vé tại TP HCM|đã có hai người trúng')}. Vé trúng thưởng được lĩnh trong vòng 60 ngày kể từ ngày xác định kết quả trúng thưởng.`;
};

const marketsEn = (random: Random): string => {
  const n = (least: number, most: number): string => figure(random, least, most);
  const change = (): string => one(random, 'rose|fell|gained|lost|slipped|climbed');
  const percent = (): string => `${n(0, 2)}.${n(0, 9)}%`;
  return `${one(random, 'Stocks closed higher on Wall Street|Stocks ended lower on Wall Street|Stocks finished mixed')} on ${one(random, 'Monday|Tuesday|Wednesday|Thursday|Friday')} as ${one(random, 'technology companies|banks|energy producers|health care stocks')} ${change()}. The S&P 500 ${change()} ${n(2, 60)}.${n(10, 99)} points, or ${percent()}, to ${n(3000, 4800)}.${n(10, 99)}. The Dow Jones industrial average ${change()} ${n(20, 400)}.${n(10, 99)} points, or ${percent()}, to ${n(28000, 36000)}.${n(10, 99)}. The Nasdaq composite ${change()} ${n(10, 200)}.${n(10, 99)} points, or ${percent()}, to ${n(9000, 15000)}.${n(10, 99)}. The Russell 2000 index of smaller companies ${change()} ${n(1, 30)}.${n(10, 99)} points, or ${percent()}, to ${n(1500, 2300)}.${n(10, 99)}. The yield on the 10-year Treasury note ${change()} to ${n(1, 4)}.${n(10, 99)}% from ${n(1, 4)}.${n(10, 99)}% late the day before. Benchmark U.S. crude oil ${change()} ${n(10, 99)} cents to ${n(50, 90)}.${n(10, 99)} a barrel in electronic trading on the New York Mercantile Exchange.`;
};

const scoresEn = (random: Random): string => {
  const n = (least: number, most: number): string => figure(random, least, most);
  const name = (): string =>
    one(
      random,
      'Johnson|Williams|Davis|Martinez|Brown|Jackson|Carter|Bennett|Morris|Ortiz|Hughes|Coleman',
    );
  const team = (): string =>
    one(random, 'Celtics|Lakers|Heat|Bulls|Raptors|Spurs|Jazz|Suns|Knicks|Magic');
  return `${name()} had ${n(18, 42)} points and ${n(4, 15)} rebounds, and the ${team()} beat the ${team()} ${n(100, 130)}-${n(80, 99)} on ${one(random, 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday')} night. ${name()} added ${n(10, 25)} points and ${name()} had ${n(10, 20)} for the ${team()}, who have won ${n(2, 9)} of their last 10 games. ${name()} scored ${n(20, 40)} points for the ${team()}, who shot ${n(35, 50)}% from the field. The ${team()} led by as many as ${n(8, 25)} points in the second half. TIP-INS ${team()}: ${name()} missed his ${one(random, 'second|third|fourth')} straight game because of a sore ${one(random, 'knee|ankle|hamstring|back')}. ${team()}: Coach ${name()} was called for a technical foul in the ${one(random, 'first|second|third|fourth')} quarter. UP NEXT ${team()}: Host the ${team()} on ${one(random, 'Monday|Tuesday|Wednesday|Thursday')} night. ${team()}: Visit the ${team()} on ${one(random, 'Friday|Saturday|Sunday')} night.`;
};

/** By their name, each a text of its own every time. */
export const TEMPLATES: Readonly<Record<string, (random: Random) => string>> = {
  'weather, vi': weatherVi,
  'gold, vi': goldVi,
  'lottery, vi': lotteryVi,
  'markets, en': marketsEn,
  'scores, en': scoresEn,
};
