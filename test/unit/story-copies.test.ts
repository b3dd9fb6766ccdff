// Copies are known by fingerprint; what only looks like one is not.
import { describe, expect, it } from 'vitest';
import {
  areCopies,
  copiesOf,
  copyShare,
  cutFingerprint,
  fingerprint,
  hooksOf,
} from '../../shared/story/fingerprint.ts';

const FLOOD = [
  'Mưa lớn kéo dài từ đêm 12/10 khiến nước sông Bồ dâng cao, hơn 2.400 ngôi nhà ở huyện Quảng Điền ngập sâu.',
  'Chủ tịch huyện Hoàng Văn Thái cho biết lực lượng chức năng đã đưa 318 hộ dân ở vùng thấp trũng đến nơi an toàn.',
  'Tỉnh lộ 11A bị chia cắt tại ba điểm, nhiều xã phải dùng thuyền để vận chuyển lương thực và nước sạch.',
  'Theo Đài Khí tượng Thủy văn Thừa Thiên Huế, mực nước sông Hương tại Kim Long lúc 7 giờ là 3,62 m, trên báo động ba.',
  'Học sinh toàn tỉnh được nghỉ học hai ngày, các hồ chứa được yêu cầu vận hành điều tiết để cắt lũ cho hạ du.',
  'Quân khu 4 điều thêm 12 ca nô và 150 chiến sĩ hỗ trợ người dân dọn dẹp, khắc phục hậu quả.',
  'Đến trưa nay đã có hai người mất tích khi đi đánh cá trên phá Tam Giang, việc tìm kiếm vẫn đang được tiến hành.',
].join(' ');

const ABOUT = [
  'Đăng ký nhận bản tin của chúng tôi để không bỏ lỡ những tin tức quan trọng nhất trong ngày.',
  'Tải ứng dụng trên điện thoại để đọc báo nhanh hơn và bình luận cùng bạn đọc khắp nơi.',
].join(' ');

const MATCH = [
  'Arsenal came from behind to beat Everton 3-1 at Goodison Park and move four points clear at the top.',
  'Everton led through a header after 11 minutes, but Saka levelled from the spot on the half-hour.',
  'Two goals in the space of 6 minutes after the break settled the match in front of 39,214 spectators.',
  'The manager praised the patience of his side and said the second half was the best of the season so far.',
  'Everton stay in 17th place with 24 points from 26 games and travel to Burnley next weekend.',
].join(' ');

const print = (text: string): Uint8Array => fingerprint({ text });

describe('a copy', () => {
  const original = print(FLOOD);

  it.each([
    ['the text itself', FLOOD],
    ['with something around it', `${ABOUT} ${FLOOD} Theo: nhandan.vn`],
    ['shortened at the end', FLOOD.split('. ').slice(0, 4).join('. ')],
    [
      'decomposed, with other quotes, tones and figures',
      FLOOD.normalize('NFD')
        .replaceAll('2.400', '2,400')
        .replaceAll('Thủy', 'Thuỷ')
        .replaceAll(',', ' –'),
    ],
    ['in capitals', FLOOD.toUpperCase()],
    [
      'with another lede',
      FLOOD.replace(
        /^.*?\. /,
        'Nhiều nơi ở Huế đang chìm trong nước, người dân phải đi lại bằng thuyền. ',
      ),
    ],
  ])('is told: %s', (_, text) => {
    expect(areCopies(original, print(text))).toBe(true);
    expect(hooksOf(print(text)).some((hook) => hooksOf(original).includes(hook))).toBe(true);
    // As an extension has it of the one that is kept.
    const cut = cutFingerprint(original) ?? new Uint8Array();
    expect(cut.length).toBeLessThan(100);
    expect(copiesOf(print(text))(cut)).toBe(true);
    expect(copiesOf(print(MATCH))(cut)).toBe(false);
  });

  it('is told whatever the blocks are', () => {
    const blocks = FLOOD.split(/(?<=\.) /).map((text) => ({
      kind: 'paragraph' as const,
      runs: [{ text }],
    }));
    expect(areCopies(original, fingerprint({ blocks }))).toBe(true);
  });

  it('is told in scripts that set no spaces', () => {
    const quake =
      '北海道東部で地震がありました。気象庁によりますと震源の深さはおよそ百キロ、地震の規模を示すマグニチュードは六と推定されています。この地震による津波の心配はないということです。';
    expect(areCopies(print(quake), print(`速報です。${quake}`))).toBe(true);
  });
});

describe('what is no copy', () => {
  it('is another text with the same around it', () => {
    expect(areCopies(print(`${FLOOD} ${ABOUT}`), print(`${MATCH} ${ABOUT}`))).toBe(false);
  });

  it('is the same report with other figures', () => {
    const later = FLOOD.replaceAll(/\d+/g, (figure) => String(Number(figure) + 3));
    expect(copyShare(print(FLOOD), print(later))).toBeGreaterThan(0.4);
    expect(areCopies(print(FLOOD), print(later))).toBe(false);
  });

  it('is a later report that ends on the earlier one', () => {
    const [first = '', ...rest] = FLOOD.split(/(?<=\.) /);
    const news = [
      'Thi thể hai ngư dân mất tích trên phá Tam Giang đã được tìm thấy sáng nay, cách nơi gặp nạn khoảng bốn cây số.',
      'Gia đình các nạn nhân được chính quyền địa phương thăm hỏi, hỗ trợ lo hậu sự theo phong tục.',
      'Nước bắt đầu rút chậm, điện đã có trở lại ở phần lớn các xã, riêng vùng ven phá còn cô lập.',
    ];
    expect(areCopies(print(FLOOD), print([...news, ...rest.slice(2), first].join(' ')))).toBe(
      false,
    );
  });
});

describe('a text that tells nothing', () => {
  it.each([
    ['nothing', ''],
    ['a line', 'Đang cập nhật'],
    ['one word again and again', 'a '.repeat(10_000)],
    ['marks', '… — !!! 😀 '.repeat(100)],
  ])('is a copy of nothing, not even of itself: %s', (_, text) => {
    expect(areCopies(print(text), print(text))).toBe(false);
    expect(hooksOf(print(text))).toEqual([]);
  });

  it('does not stop what is read from the library', () => {
    for (const bytes of [
      [],
      [1],
      [1, 6],
      [1, 6, 200, 1, 2],
      [9, 0, 0, 1],
      [1, 0, 0, 255, 255, 255, 255],
    ])
      expect(areCopies(Uint8Array.from(bytes), print(FLOOD))).toBe(false);
  });
});

describe('a fingerprint', () => {
  it.each([
    ['a brief', FLOOD],
    ['a book', Array.from({ length: 40_000 }, (_, at) => `word${(at * at) % 9_973}`).join(' ')],
    ['figures alone', Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 10_007).join(' ')],
  ])('takes at most 300 bytes: %s', (_, text) => {
    expect(print(text).length).toBeLessThanOrEqual(300);
    expect(copyShare(print(text), print(text))).toBe(1);
  });

  it('is the same wherever it is made', () => {
    expect(Buffer.from(print(MATCH)).toString('base64url').slice(0, 40)).toMatchInlineSnapshot(
      `"AQYZAbukVAc2gRUIt3S2CkkomwpWGZ0L97M7AaqA"`,
    );
  });
});
