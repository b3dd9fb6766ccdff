// Which language a text is in, as far as its script, its diacritics and its smallest words tell without doubt.

// Scripts that one language alone uses, or nearly so.
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['zh', /\p{Script=Han}/gu],
];

// Beyond Latin letters and the marks of punctuation: without any of these a text is in none of those scripts.
const BEYOND_LATIN = /[\u0370-\u1DFF\u1F00-\u1FFF\u2E80-\uFFFF]/;

// Letters that of all written languages only Vietnamese has in number: horned, hooked, and doubly marked vowels.
const VIETNAMESE = /[ơưảẻỉỏủỷẩẫấầậẳẵắằặểễếềệổỗốồộởỡớờợửữứừựạẹịọụỵ]/gu;

const SMALL_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['en', ['the', 'and', 'of', 'to', 'that', 'with', 'was', 'for', 'is', 'on']],
  ['de', ['der', 'die', 'und', 'das', 'ist', 'nicht', 'mit', 'den', 'von', 'auf']],
  ['fr', ['le', 'les', 'et', 'des', 'est', 'dans', 'une', 'pour', 'du', 'qui']],
  ['es', ['el', 'los', 'las', 'que', 'en', 'por', 'una', 'con', 'del', 'para']],
  ['it', ['il', 'che', 'di', 'della', 'gli', 'sono', 'una', 'per', 'non', 'nel']],
  ['nl', ['het', 'een', 'van', 'niet', 'zijn', 'voor', 'met', 'aan', 'ook', 'dat']],
  ['pt', ['que', 'não', 'uma', 'com', 'dos', 'para', 'os', 'da', 'em', 'foi']],
];

// By word, where in that list its languages stand: a text's words are looked up once each.
const LANGUAGES_OF = new Map<string, number[]>();
for (const [index, [, words]] of SMALL_WORDS.entries())
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), index]);

const MIN_LETTERS = 40;
const SAMPLE = 2_000;

const share = (text: string, pattern: RegExp, letters: number): number =>
  (text.match(pattern)?.length ?? 0) / letters;

const bySmallWords = (words: readonly string[]): string | null => {
  const hits = SMALL_WORDS.map(() => 0);
  for (const word of words)
    for (const language of LANGUAGES_OF.get(word) ?? []) hits[language] = (hits[language] ?? 0) + 1;
  const [first, second] = SMALL_WORDS.map(([language], index) => ({
    language,
    hits: (hits[index] ?? 0) / words.length,
  })).sort((a, b) => b.hits - a.hits);
  if (!first || !second || first.hits < 0.1 || first.hits < second.hits * 1.5) return null;
  return first.language;
};

/** The language of `text` as a two-letter tag (ISO 639-1), or null when it cannot be told for sure. */
export const guessLanguage = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE).normalize('NFC').toLowerCase();
  const words = sample.match(/\p{L}+/gu) ?? [];
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  if (letters < MIN_LETTERS) return null;
  if (BEYOND_LATIN.test(sample))
    for (const [language, script] of SCRIPTS)
      if (share(sample, script, letters) > (language === 'ja' ? 0.1 : 0.5)) return language;
  if (share(sample, VIETNAMESE, letters) > 0.08) return 'vi';
  return bySmallWords(words);
};
