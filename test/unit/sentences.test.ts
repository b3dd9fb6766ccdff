// Where sentences begin and end, whatever the language and however carelessly they are typed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../shared/text/sentences.ts';

const split = (text: string, language: string | null): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

/** Texts by language; `|` marks where one sentence ends and the next begins. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  vi: [
    'TP. HCM có mưa to.| Nhiều tuyến đường ngập sâu.',
    'UBND TP. Thủ Đức vừa ban hành kế hoạch.| Sở Y tế TP.HCM cũng vậy.',
    'Đó là ý của lãnh đạo TP.| Theo ông, mọi việc đã xong.',
    'GS.TS. Trần Văn Bình chủ trì.| PGS. TS. Lê Thu phản biện.| Ths.Bs. Nguyễn Trọng Khoa dự.',
    'GS.TS Phạm Gia Khánh nói ngắn.| Ông về ngay.',
    'Giá tăng 2.350 đồng, tức 3,5%.| Dân lo.',
    '“Làm xong chưa?” ông hỏi.| Không ai đáp.',
    '“Đẹp quá!” - Ông Nam chia sẻ với phóng viên.| Bà Lan gật đầu.',
    'Q. 1 và P. Bến Nghé mất điện.| Điện đã có lại.',
    'Bà H. khai nhận đã chuyển 5 tỷ đồng cho ông N.V.T. (SN 1990, trú tại Q. Hoàn Kiếm).| Công an đang điều tra.',
    'Hà Nội 30 độ C.| Đà Nẵng có mưa.| Uống thêm vitamin C.| Trái cây cũng tốt.',
    'Đội tuyển vào chung kết Đông Nam Á.| Thầy Park mừng.',
    'Họ trồng lúa, ngô, khoai…| Đến nay, cả xã có 40 ha.',
    'Anh im lặng... rồi nói tiếp.| Chị không nghe… gì cả.',
    'Kế hoạch vì sự phát triển bền vững./.| Theo TTXVN',
    'Các đại biểu rời hội nghị.|Sau đó, đoàn đi thăm xã .|Mọi người đều vui.',
    'Bài trên nhandan.Vn và www.Bao.Com.Vn có ảnh.| Gửi về toa.Soan@nhandan.vn nhé.',
    'Ông ở U.S.A năm năm.| Nay ông về.',
    '1. Chuẩn bị hồ sơ.| 2. Nộp hồ sơ tại UBND xã.',
    'Gồm hai bước: 1. Đăng ký; 2. Thi.| Kết quả có sau một tuần.',
    'Sách của Nxb Chính trị quốc gia, t. 3, tr. 120.| Sách dày.',
    'Có cà phê, trà, v.v.| Các quán đều đông.',
    'Thật sao?!| Không thể tin nổi!!!| Vâng.',
    'Ông nói vậy.| Tuyệt vời! 😀',
    'Chương trình phát sóng năm 2020.| 5 năm sau mới có phần hai.',
  ],
  en: [
    'Dr. Smith left.| He was tired.',
    'The U.S. Senate met.| It voted.',
    'She lives in the U.S.| The house is old.',
    'John F. Kennedy spoke.| Crowds came.| J.K. Rowling did not.',
    '“Stop!” he said.| “Go home.”| They went.',
    '"Stop!" he said.| "Go home."| They went.',
    'It cost $1.9 million.| Nobody paid.',
    'Born on Jan. 5 in Hayward, Calif. he moved.',
    'The doors opened at 10:45 a.m. near the station.| They closed at 7 p.m.| Nobody minded.',
    'It starts at 9 p.m. ET on Sunday.| Watch it.',
    'See No. 5 on p. 12 and Fig. 3.| No.| He said so.',
    'Germany vs. Brazil ended 7–1.| Roe v. Wade did not.',
    'He works for Acme Inc.| The firm is small.',
    'Gov. Scott Walker and Lt. Col. Rick Francona met Sen. Ted Cruz.| They talked.',
    'He fell ill.| The mass was over.',
    'New drug for patients with MS.| Final approval is due.',
    'He knew (or so he said . . . often) what to do.| Fine.',
    'They arrived (late.)| We left (early).| “Really?”| Yes.',
    'Profits rose.[1]| Sales fell.[2][13]| Costs did not.',
    'Ask at https://example.org/find?q=one!two&x=3.5 for more.| Thanks.',
    'What a day!| iPhones sold out.',
    'Mix apples, pears, etc. before baking.| Then wait.',
    'Use e.g. Firefox, i.e. a browser.| Done.',
    'Smith et al. (2020) found it.| Others did not.',
  ],
  de: [
    'Am 3. Oktober feiert Deutschland.| Die 2. Bundesliga pausiert.',
    'Es gibt z. B. Äpfel, u. a. aus Tirol, d. h. aus der Nähe.| Das reicht.',
    'Prof. Dr. med. Anna Beck kommt um 8 Uhr.| Sie spricht.',
    'Das kostet 5 Mio. Euro bzw. mehr, vgl. Abs. 3.| Der Bau beginnt.',
    '»Wir gehen.«| Er blieb.| „Komm!“, rief sie.| „Nein.“| Er ging.',
    'Es geschah im 19. Jahrhundert unter Wilhelm II. von Preußen.| Er starb 1941.| Die Zeit verging.',
  ],
  fr: [
    '« Nous partons. »| Il est parti.| « Quand ? » a demandé M. Le Pen.',
    'Mme. Dupont et M. Martin, cf. p. 12, sont venus.| Le public aussi.',
    'Vers 50 av. J.-C. Rome change.| C’est tout.',
  ],
  es: [
    'El Sr. García y la Dra. López viajaron a EE.UU. con Ud.| ¿Volverán?| ¡Sí!',
    'Viven frente al mar.| La casa es blanca.',
  ],
  pt: ['O Sr. Silva chegou com a Dra. Souza, cf. pág. 3.| Não falou.', 'Ela é do mar.| Ele, não.'],
  it: ['Il dott. Rossi e la sig.ra Bianchi arrivano.| L’on. Verdi no.'],
  nl: ['Dhr. Jansen en mevr. De Vries kwamen, o.a. met bijv. Piet.| Het was laat.'],
  pl: ['Prof. Kowalski mieszka przy ul. Długiej, nr. 5.| Nie ma go w domu.'],
  ru: [
    'А. С. Пушкин родился в г. Москве.| Он жил на ул. Арбат, д. 5.',
    'Это было в 2020 г.| Москва спала.| Были хлеб, соль и т. д.| Все ели.',
  ],
  ja: [
    '今日は晴れです。|明日は雨でしょう！？|本当ですか。',
    '「行こう。」と彼は言った。|誰も答えなかった。',
    '彼は笑った（少しだけ。）|「そうか。」|雨が降った。',
  ],
  zh: [
    '会议今天闭幕。|与会者纷纷离开！？|记者追问。',
    '“我们走吧。”他说。|没有人回答。|价格为3.5元。|“好。”|门开了。',
  ],
  ko: ['비가 왔다.| 그는 집에 갔다.| 2023. 5. 3. 회의가 열렸다.| 끝났다!'],
  ar: ['هل وصل الوزير؟| نعم، وصل أمس.| قال د. محمد إن الأمر انتهى.'],
  ur: ['وزیر اعظم نے خطاب کیا۔| کیا وہ واپس آئیں گے؟| نہیں۔'],
  fa: ['باران بارید.| آیا او آمد؟| بله!'],
  he: ['הוא הלך הביתה.| האם ירד גשם?| כן.'],
  hi: ['बारिश हुई।| डॉ. सिंह घर गए।| क्या वे लौटेंगे?| नहीं।'],
  hy: ['Նա գնաց տուն։| Անձրև եկավ։'],
  am: ['ዝናብ ዘነበ።| ወደ ቤት ሄደ።'],
  el: ['Έβρεξε χθες.| Πήγε σπίτι!'],
  km: ['ភ្លៀងធ្លាក់។| គាត់ទៅផ្ទះ។'],
  my: ['မိုးရွာသည်။| သူ၊ အိမ်ပြန်သည်။'],
};

describe.each(Object.entries(TEXTS))('%s', (language, texts) => {
  it.each(texts)('%s', (marked) => {
    const expected = marked.split('|').map((part) => part.trim());
    expect(split(marked.replaceAll('|', ''), language)).toEqual(expected);
  });
});

it('knows the abbreviations of all languages where the language is unknown', () => {
  expect(split('Dr. Smith và GS. Trần gặp Sr. García. Họ vui.', null)).toEqual([
    'Dr. Smith và GS. Trần gặp Sr. García.',
    'Họ vui.',
  ]);
});

it('takes a language tag with a region', () => {
  expect(split('Am 3. Oktober. Ja.', 'de-AT')).toEqual(['Am 3. Oktober.', 'Ja.']);
});

it('ends a sentence where the line ends, with or without a stop', () => {
  expect(split('Một dòng\nhai dòng\tô thứ hai', 'vi')).toEqual(['Một dòng', 'hai dòng\tô thứ hai']);
  expect(split('- Gạo\r\n- Muối\n\n- TP.\n- Hà Nội', 'vi')).toEqual([
    '- Gạo',
    '- Muối',
    '- TP.',
    '- Hà Nội',
  ]);
  expect(split('A heading without a stop', 'en')).toEqual(['A heading without a stop']);
});

it('says nothing of a text without anything in it', () => {
  expect(split('', 'vi')).toEqual([]);
  expect(split(' \n\t ', null)).toEqual([]);
});

describe('Thai, which has no full stop', () => {
  const long =
    'นายกรัฐมนตรีเปิดเผยหลังการประชุมคณะรัฐมนตรีว่ารัฐบาลจะเร่งช่วยเหลือผู้ประสบภัยน้ำท่วมในภาคเหนือ กระทรวงมหาดไทยได้ส่งเจ้าหน้าที่ลงพื้นที่แล้วตั้งแต่เมื่อวานนี้พร้อมเรือและอาหาร ประชาชนหลายพันคนต้องอพยพออกจากบ้านเรือนของตนเองไปยังศูนย์พักพิงชั่วคราวของจังหวัด';

  it('parts a long paragraph at its spaces', () => {
    expect(split(long, 'th')).toEqual(long.split(' '));
  });

  it('keeps a short one, with its abbreviations', () => {
    const text = 'เมื่อวันที่ 3 พ.ศ. 2566 พ.ต.ท. สมชาย ใจดี มาถึง กทม. แล้ว';
    expect(split(text, 'th')).toEqual([text]);
  });
});

it('covers every letter once and in order, whatever the text', () => {
  const marked = Object.values(TEXTS).flat();
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(...marked.map((text) => text.replaceAll('|', ''))),
    fc.constantFrom(...'.!?…。！？؟۔।။។։።»”"\')」]«“( ๆ'),
    fc.constantFrom('. ', '?” ', ' » ', 'TP. ', 'U.S. ', '\n', '\u2028', '  ', '1.5', 'Ấ', '😀'),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.constantFrom(...Object.keys(TEXTS), 'th', 'xx', null),
      (text, language) => {
        let at = 0;
        for (const { start, end } of sentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      },
    ),
  );
});

// A step back over all that was read would take many times the time that a test is given.
it.each([
  ['sentences', 'Hội đồng nhân dân tỉnh đã thông qua nghị quyết của TP. Huế. '],
  ['no stop', 'mưa to gió lớn '],
  ['stops alone', '. '],
  ['abbreviations alone', 'TP. '],
  ['one word', 'a'],
  ['white space', ' '],
  ['quotes', '« ”'],
  ['Thai', 'ประชาชนหลายพันคนต้องอพยพออกจากบ้านเรือน '],
])('is done with a very long text in time: %s', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  expect(sentences(text, 'vi').at(-1)?.end ?? 0).toBe(text.trimEnd().length);
});
