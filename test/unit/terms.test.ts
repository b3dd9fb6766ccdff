// Key terms: names and noun phrases whole, as they stand in the article, in any language.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../shared/schema/article.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import { Summary } from '../../shared/schema/summary.ts';
import { readPassages } from '../../shared/summary/passages.ts';
import { keyTerms } from '../../shared/summary/terms.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const termsIn = (article: Pick<Article, 'title' | 'blocks' | 'language'>): readonly string[] =>
  keyTerms(readPassages(article), article.title, article.language);
const termsOf = (title: string, paragraphs: readonly string[], language: string | null) =>
  termsIn({ title, blocks: paragraphs.map(paragraph), language });

describe('Vietnamese', () => {
  const terms = termsOf(
    'Dân ven đầm thôi nuôi trồng thủy sản',
    [
      'Hội đồng nhân dân tỉnh Sông Lam Thượng hôm qua thông qua nghị quyết về nuôi trồng thủy sản ven đầm. Bà Trần Thị Mai Khê, chủ tọa kỳ họp, nói nghị quyết có hiệu lực từ tháng 7.',
      'Theo bà Khê, Văn phòng Trung ương đã góp ý. Hội đồng nhân dân tỉnh sẽ giám sát việc chuyển đổi nghề.',
      'Ông Lê Văn Thuận ở xã Hải Vân bỏ nghề nuôi trồng thủy sản từ năm 2020. Bà Khê cho biết tỉnh sẽ hỗ trợ ông Thuận. Văn phòng Trung ương cũng sẽ cử đoàn về Hải Vân.',
    ],
    'vi',
  );

  it.each([
    'Trần Thị Mai Khê',
    'Hội đồng nhân dân tỉnh Sông Lam Thượng',
    'nuôi trồng thủy sản',
    'Văn phòng Trung ương',
    'Hải Vân',
  ])('has %s', (term) => {
    expect(terms).toContain(term);
  });

  it('has no half of a word, no one by a part of the name, and no title', () => {
    expect(terms.filter((term) => !term.includes(' '))).toEqual([]);
    expect(terms.filter((term) => /^(?:ông|bà|theo|tỉnh|xã) /iu.test(term))).toEqual([]);
  });

  it('ends and begins no term within a word that goes on in lower case', () => {
    const found = termsOf(
      'Phó Thủ tướng dự lễ của đơn vị đặc nhiệm',
      [
        'Phó Thủ tướng Trần Mai Khê hôm qua tới thăm đơn vị đặc nhiệm của Bộ Tư lệnh Vùng Cảnh sát biển 9. Tại đây, đơn vị đặc nhiệm trình diễn bảo đảm an toàn giao thông dịp Tết Nguyên đán.',
        'Phó Thủ tướng khen đơn vị đặc nhiệm. Bảo đảm an toàn giao thông dịp Tết Nguyên đán là việc khó, Phó Thủ tướng nói.',
      ],
      'vi',
    );
    expect(found.length).toBeGreaterThan(3);
    const halves = /(?:thủ|đặc|cảnh|nguyên|an)$|^(?:tướng|nhiệm|sát|toàn|thông)(?! biển)/iu;
    expect(found.filter((term) => halves.test(term))).toEqual([]);
  });

  it('parts a person from country, office and institution', () => {
    const found = termsOf(
      'Ông Putin nói về vũ khí',
      [
        'Tổng thống Nga Vladimir Putin gặp Chủ tịch Trung Quốc Tập Cận Bình tại Moskva. Phát biểu với Bộ trưởng Bộ Quốc phòng Phan Văn Giang, ông Putin nhắc tới vũ khí siêu thanh.',
        'Ông Tập Cận Bình không nói về vũ khí siêu thanh. Ông Vladimir Putin rời Moskva.',
      ],
      'vi',
    );
    expect(found).toEqual(
      expect.arrayContaining(['Vladimir Putin', 'Tập Cận Bình', 'Phan Văn Giang', 'Moskva']),
    );
  });
});

describe('English', () => {
  const terms = termsOf(
    'Fed Holds Interest Rates Steady',
    [
      'WASHINGTON (AP) — The Federal Reserve left interest rates unchanged on Wednesday, its chair, Janet Moore, said. Analysts had expected the decision.',
      'Higher interest rates have slowed the housing market, Ms. Moore said. The Bank of England meets on Thursday. Moore told reporters that the housing market would recover.',
      'The Federal Reserve said it would watch prices. Economists said they were not surprised.',
    ],
    'en',
  );

  it.each([
    'Federal Reserve',
    'interest rates',
    'Janet Moore',
    'Bank of England',
    'housing market',
  ])('has %s', (term) => {
    expect(terms).toContain(term);
  });

  it('has no small words, verbs of speech, days or what opens a sentence only', () => {
    for (const word of ['said', 'Wednesday', 'Thursday', 'Analysts', 'Economists', 'The', 'Moore'])
      expect(terms).not.toContain(word);
  });

  it('takes nothing from the agency before the first words', () => {
    expect(terms.join(' ')).not.toMatch(/WASHINGTON|AP/u);
  });

  it('takes no contraction for a name', () => {
    const text = 'She said I’ve seen it. He said I’ve not. Mina Low said I’ve been there.';
    expect(termsOf('', [text], 'en')).toEqual(['Mina Low']);
  });

  it('parts a name from the titles before it', () => {
    const text =
      'On Friday Secretary of State John Kerry met Wisconsin Gov. Scott Walker and Mr Blair. Later John Kerry spoke. Scott Walker left.';
    expect(termsOf('A meeting', [text], 'en')).toEqual(
      expect.arrayContaining(['John Kerry', 'Scott Walker', 'Blair']),
    );
  });
});

// What a reader would expect among the terms of a short report, by language.
it.each([
  [
    'de',
    'Bundesregierung einigt sich auf Klimageld',
    'Die Bundesregierung hat sich am Dienstag auf ein Klimageld geeinigt. Das Klimageld kommt im Januar, sagte Anna Berger. Berger lobte die Bundesregierung. Für erneuerbare Energien bleibt wenig. Doch erneuerbare Energien sind der Schlüssel.',
    ['Bundesregierung', 'Klimageld', 'Anna Berger', 'erneuerbare Energien'],
  ],
  [
    'fr',
    'La réforme des retraites adoptée',
    'Le Sénat a adopté jeudi la réforme des retraites. La ministre, Claire Fontaine, salue un vote historique. Selon la CGT, l’âge de départ divise. L’âge de départ passe à 64 ans. La réforme des retraites inquiète le Sénat.',
    ['réforme des retraites', 'Sénat', 'Claire Fontaine', 'âge de départ'],
  ],
  [
    'es',
    'El Banco Central Europeo sube los tipos de interés',
    'El Banco Central Europeo subió el jueves los tipos de interés. La presidenta, Marta Lagos, dijo que los tipos de interés seguirán altos. El cambio climático preocupa. El cambio climático ya afecta a la agricultura.',
    ['tipos de interés', 'Marta Lagos', 'Banco Central Europeo', 'cambio climático'],
  ],
  [
    'pt',
    'Governo anuncia plano contra o desmatamento',
    'O governo anunciou um plano contra o desmatamento na Amazônia. A ministra Júlia Prado disse que o desmatamento caiu. As unidades de conservação terão fiscais. Faltam unidades de conservação na Amazônia, disse Prado. O desmatamento preocupa.',
    ['desmatamento', 'Júlia Prado', 'unidades de conservação', 'Amazônia'],
  ],
  [
    'ru',
    'Центральный банк повысил ключевую ставку',
    'Центральный банк повысил ключевую ставку до 16%. Глава регулятора Елена Соколова заявила о росте цен. Ранее ключевую ставку не меняли, напомнила Елена Соколова.',
    ['ключевую ставку', 'Елена Соколова'],
  ],
  [
    'ar',
    'مجلس الأمن يناقش وقف إطلاق النار',
    'عقد مجلس الأمن جلسة طارئة اليوم لمناقشة وقف إطلاق النار في المدينة. وقال الأمين العام إن وقف إطلاق النار ضروري.',
    ['مجلس الأمن', 'وقف إطلاق النار'],
  ],
  [
    'ur',
    'وزیر اعظم کا دورہ',
    'وزیر اعظم نے سیلاب زدہ علاقوں کا دورہ کیا۔ وزیر اعظم نے امداد کا اعلان کیا۔ سیلاب زدہ علاقوں میں خیمے پہنچائے گئے۔',
    ['وزیر اعظم', 'سیلاب زدہ علاقوں'],
  ],
  [
    'hi',
    'सुप्रीम कोर्ट ने नोटिस भेजा',
    'सुप्रीम कोर्ट ने सोमवार को चुनाव आयोग को नोटिस भेजा। सुप्रीम कोर्ट ने कहा कि मतदाता सूची की जांच हो। चुनाव आयोग को जवाब देना है। मतदाता सूची पर सवाल उठे थे।',
    ['सुप्रीम कोर्ट', 'चुनाव आयोग', 'मतदाता सूची'],
  ],
  [
    'zh',
    '国务院公布人工智能发展规划',
    '国务院周四公布人工智能发展规划。清华大学教授表示，人工智能人才不足。清华大学将设立研究院。',
    ['人工智能', '清华大学'],
  ],
  [
    'ja',
    '日本銀行が政策金利を引き上げ',
    '日本銀行は金曜日、政策金利を引き上げると発表した。物価上昇が続いている。政策金利は今年2回目となる。日本銀行は物価上昇を注視する。',
    ['日本銀行', '政策金利', '物価上昇'],
  ],
  [
    'ko',
    '한국은행, 기준금리 동결',
    '한국은행은 목요일 기준금리를 동결했다. 기준금리는 3.5%로 유지된다. 물가 상승이 둔화됐다. 시장은 한국은행의 결정을 예상했다. 물가 상승은 이어진다.',
    ['한국은행', '기준금리', '물가 상승'],
  ],
])('is sensible in %s', (language, title, text, expected) => {
  const terms = termsOf(title, [text], language);
  expect(terms).toEqual(expect.arrayContaining(expected));
});

// Engines find different words in Thai: here counts only that it holds together.
it('finds something that is said in Thai', () => {
  const text = 'น้ำท่วมในจังหวัดเชียงใหม่ส่งผลกระทบต่อประชาชนหลายพันคน กองทัพส่งเรือเข้าช่วยน้ำท่วมเชียงใหม่';
  const terms = termsOf('น้ำท่วมเชียงใหม่', [text], 'th');
  expect(terms.length).toBeGreaterThan(0);
  for (const term of terms) expect(term).toMatch(/^[\p{Script=Thai}]{2,}$/u);
});

describe('a text that has little to give', () => {
  it('has no terms where it is empty', () => {
    expect(termsOf('', [], null)).toEqual([]);
    expect(termsOf('', ['…', ' '], 'vi')).toEqual([]);
  });

  it('has what stands together where nothing is said twice and nobody is named', () => {
    expect(termsOf('Mưa lớn kéo dài', ['Nhiều tuyến đường ngập sâu.'], 'vi')).toEqual([
      'Mưa lớn kéo dài',
      'tuyến đường ngập sâu',
    ]);
  });

  it('takes none from code and captions', () => {
    const blocks: Block[] = [
      { kind: 'code', text: 'const Alice = Bob; const Alice = Bob;' },
      {
        kind: 'figure',
        src: null,
        alt: null,
        caption: 'Carol Jones and Carol Jones',
        credit: null,
      },
    ];
    expect(termsIn({ title: '', blocks, language: 'en' })).toEqual([]);
  });
});

const PIECES =
  'Hội đồng nhân dân tỉnh|Sông Lam Thượng|Ủy ban|bà Khê|Trần Thị Mai Khê|của|và|said|the|Federal Reserve|interest rates|Bank of England|N.V.T.|人工智能|は|น้ำท่วม|النار|한국은행은|iPhone 8|2020|5,5%|l’âge|O’Neill’s|TP. HCM|GS.TS.|« » |. |, |! |\n|  |e\u0301|😀|-|—|(AP)'.split(
    '|',
  );

it('writes every term as it stands in the article, at most eight, none within another', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...PIECES),
        fc.constantFrom(...PIECES),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constant('x'.repeat(120)),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(' ').toWellFormed().replaceAll('\0', ''));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 5 }),
      text,
      fc.constantFrom('vi', 'en', 'de', 'fr', 'zh', 'ja', 'th', 'ko', 'ar', 'xx', null),
      (texts, title, language) => {
        const blocks = texts.map(paragraph);
        const article = { blocks, title, language };
        const terms = termsIn(article);
        const places = [...blocks.map(blockText), title.normalize('NFC')];
        for (const term of terms) expect(places.some((place) => place.includes(term))).toBe(true);
        for (const [index, term] of terms.entries())
          expect(terms.some((other, at) => at !== index && other.includes(term))).toBe(false);
        expect(v.safeParse(Summary.entries.terms, terms).success).toBe(true);
        expect(termsIn(article)).toEqual(terms);
      },
    ),
  );
});

// A step over all pairs of words would take many times the time that a test is given.
it.each([
  ['prose', 'Hội đồng nhân dân tỉnh đã thông qua nghị quyết của TP. Huế về nuôi trồng thủy sản. '],
  ['capitals', 'Trần Mai Khê '],
  ['one word', 'mưa '],
  ['no space', '雨'],
])('is done with a very long text in time: %s', (_, unit) => {
  const blocks = Array.from({ length: 5 }, () => paragraph(unit.repeat(100_000 / unit.length)));
  expect(termsIn({ blocks, title: 'Mưa', language: 'vi' }).length).toBeLessThanOrEqual(8);
});
