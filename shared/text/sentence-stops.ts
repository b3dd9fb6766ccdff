// Whether a stop ends its sentence, judged by what stands right before and after it.
import { abbreviates } from './sentence-abbreviations.ts';
import { opensSentences } from './sentence-openers.ts';

/** A stop and what is around it. */
export interface Stop {
  /** Of its own sentence, at most the last `LOOK` units before it. */
  readonly before: string;
  /** Whether `before` begins where the sentence does. */
  readonly isWhole: boolean;
  /** The stops themselves: '.', '?!', '…', '。'. */
  readonly marks: string;
  /** Quotes and brackets that close behind it. */
  readonly closed: string;
  /** White space after that. */
  readonly gap: string;
  /** At most the next `LOOK` units. */
  readonly after: string;
}

/** How far around a stop is looked, in UTF-16 units. */
export const LOOK = 40;

// Marks that open what comes, or stand before it.
const OPENED = /^["“„”‘’'«»‹›([{¿¡\s–—-]*/u;
// A number with its stop counts in these: 'am 3. Oktober'.
const ORDINAL = new Set('de da nb nn no fi cs sk hu hr sl sr et lv is tr lb ko'.split(' '));

// 'Một. Hai' is two; 'nhandan.Vn', 'a.Nguyen@x.vn' and 'www.Bao.vn' are one.
const ENDS_IN_WORD = /(?:^|[\s"“‘'«(])(?:[^\s.@/:]*\p{Ll}\p{M}*\p{Ll}\p{M}*|[^\s.@/:]*\d{4})$/u;
const BEGINS_WITH_CAPITAL = /^["“‘'«(]*\p{Lu}\p{M}*\p{Ll}/u;
const ADDRESS =
  /^(?:(?:vn|com|net|org|edu|gov|info|biz|tv|io|me|co|uk|eu|us|asia|jp|cn|kr|ru|js|html?|php|pdf|docx?)(?![\p{L}\p{M}])|\S*@|\S*\.[\p{L}\p{N}]|\w+\()/iu;
const isGlued = ({ before, closed, after }: Stop): boolean =>
  (closed !== '' || /\s$/u.test(before) || ENDS_IN_WORD.test(before)) &&
  BEGINS_WITH_CAPITAL.test(after) &&
  !ADDRESS.test(after);

const SPACELESS = /^["“‘「『（(]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
// 「行こう。」と言った; “走吧。”他说。 The quoted sentence is part of the one that quotes it.
const QUOTED_ON =
  /^(?:と|って|など|との|という|を|が|は|に|の|も|で|、|，|[\p{Script=Han}]{0,8}?(?:说|說|道|问|問|表示|称|稱|指出|强调|強調|回答|喊|告诉|告訴))/u;

const LIST_MARK = /^[\s(]*(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[IVXLC]{1,5})$/u;
const INLINE_LIST_MARK = /[:;]\s+\d{1,2}$/u;
// 'U', 'U.S', 'J.-C', 'А.С', 'z.B', 'Ph.D'.
const INITIALS = /^(?:\p{Lu}\p{M}*\.-?)*\p{Lu}\p{M}*$/u;
const DOTTED = /^(?:\p{L}{1,2}\.-?)+\p{L}{1,3}$/u;
// A letter that is a mark or a word: '30 độ C', 'vitamin C', 'Group A', 'Đông Nam Á'.
const NO_INITIAL =
  /(?:[ÁÝ]|(?:độ|°|vitamin|bảng|nhóm|khối|hạng|loại|lớp|chuẩn|điểm|gan|plan|group|grade|class|type|hepatitis)\s?\p{Lu})$/iu;
const HOURS = /^[ap]\.m$/iu;
const AFTER_HOURS = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Lu}{2,4}(?!\p{L})|\()/u;
// 'v.v.', 'и т. д.' stand at the end of what they end.
const AND_SO_ON = /(?:^|\s)(?:v\.\s?v|т\.\s?[дп])$/u;
// These abbreviate with single small letters: 'z. B.', 'u. a.'.
const SMALL_LETTERS = new Set(['de', 'nl', 'lb', 'da', 'sv', 'nb']);
const SINGLE_CASELESS = /^[\p{Script=Arabic}\p{Script=Hebrew}]$/u;

const isAbbreviated = ({ before, isWhole, after }: Stop, language: string | null): boolean => {
  const rest = after.replace(OPENED, '');
  const next = /^[\p{L}\p{M}]+/u.exec(rest)?.[0] ?? '';
  const last = before.split(/\s/u).at(-1) ?? '';
  const word = last.replace(OPENED, '');
  const isOpened = opensSentences(next, language) && !rest.startsWith('Bà Rịa');
  if ((isWhole && LIST_MARK.test(before)) || INLINE_LIST_MARK.test(before)) return true;
  if (AND_SO_ON.test(before)) return false;
  if (HOURS.test(word)) return AFTER_HOURS.test(after);
  if (/^(?:\d{1,2}|[IVXLC]+)$/u.test(word) && ORDINAL.has(language ?? ''))
    return next !== '' ? !isOpened : /^\d{1,2}\./u.test(after);
  if (/^\d{4}$/u.test(word) && /^\d{1,2}\. /u.test(after)) return ORDINAL.has(language ?? '');
  const kind = abbreviates(word, language);
  // '2020 г. Москва' is a year, 'г. Москва' the city.
  if (kind === 'titles' && !/\d\s*$/u.test(before.slice(0, before.length - last.length)))
    return true;
  if (kind === 'counted' && /^\(?(?:\d|[IVXLC]+(?!\p{L}))/u.test(after)) return true;
  if (kind === 'inner' || DOTTED.test(word)) return !isOpened;
  if (INITIALS.test(word)) return !isOpened && !NO_INITIAL.test(before);
  if (/^\p{Ll}$/u.test(word)) return SMALL_LETTERS.has(language ?? '') && !isOpened;
  return SINGLE_CASELESS.test(word);
};

/**
 * Whether a stop is the end of its sentence.
 *
 * @param language A language by its first subtag, or null for unknown.
 */
export const endsSentence = (stop: Stop, language: string | null): boolean => {
  const { before, marks, closed, gap, after } = stop;
  if (after === '') return true;
  if (!/^[.!?…]+$/u.test(marks)) return gap !== '' || closed === '' || !QUOTED_ON.test(after);
  // Thai and Lao have no full stop: theirs abbreviates.
  if (marks === '.' && /[\p{Script=Thai}\p{Script=Lao}]$/u.test(before)) return false;
  if (gap === '' && SPACELESS.test(after))
    return /[!?]/u.test(marks) && (closed === '' || !QUOTED_ON.test(after));
  if (gap === '' && !isGlued(stop)) return false;
  // Of '. . .' the last one counts.
  if (/^[.!?…]/u.test(after)) return false;
  // '“Stop!” he said', 'he … stopped'; 'iPhones sell' is a sentence's first word.
  if (/^\p{Ll}(?!\p{Lu})/u.test(after.replace(OPENED, ''))) return false;
  // '(...)' and '[…]' stand for what was left out; '“Stop!” – Mr Lee said'.
  if (/[([]$/u.test(before) && /^[)\]]/u.test(closed)) return false;
  if (/["”’»]/u.test(closed) && /^[-–—]\s/u.test(after)) return false;
  return marks !== '.' || /^[¿¡]/u.test(after) || !isAbbreviated(stop, language);
};
