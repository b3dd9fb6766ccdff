// What a query can ask for beside words, and by which names. The first name of a language is the one that is written.
import type { InterfaceLanguage } from '../schema/text.ts';
import { foldBare } from '../text/fold.ts';

export const OPERATORS = [
  'site',
  'section',
  'category',
  'tag',
  'in',
  'by',
  'lang',
  'on',
  'after',
  'before',
  'is',
] as const;
export type Operator = (typeof OPERATORS)[number];

type Names<Of extends string> = Readonly<
  Record<Of, Readonly<Record<InterfaceLanguage, readonly [string, ...string[]]>>>
>;

const OPERATOR_NAMES: Names<Operator> = {
  site: { en: ['site', 'source'], vi: ['nguồn', 'trang', 'báo'] },
  section: { en: ['section'], vi: ['chuyên-mục', 'mục'] },
  category: { en: ['category', 'topic'], vi: ['chủ-đề'] },
  tag: { en: ['tag'], vi: ['nhãn', 'thẻ'] },
  in: { en: ['in', 'collection'], vi: ['trong', 'bộ-sưu-tập', 'bộ'] },
  by: { en: ['by', 'author'], vi: ['của', 'tác-giả', 'bởi'] },
  lang: { en: ['lang', 'language'], vi: ['tiếng', 'ngôn-ngữ'] },
  on: { en: ['on'], vi: ['ngày'] },
  after: { en: ['after'], vi: ['sau'] },
  before: { en: ['before'], vi: ['trước'] },
  is: { en: ['is'], vi: ['là'] },
};

/** What `is:` can ask of a clip, as the one who asks has left it. */
export const STATES = ['starred', 'to-read', 'done', 'highlighted'] as const;
export type State = (typeof STATES)[number];

const STATE_NAMES: Names<State> = {
  starred: { en: ['starred', 'star'], vi: ['có-sao', 'sao', 'gắn-sao', 'đánh-dấu-sao'] },
  'to-read': {
    en: ['unread', 'to-read', 'todo'],
    vi: ['chưa-đọc', 'cần-đọc', 'để-đọc', 'chưa-xong'],
  },
  done: { en: ['done', 'read'], vi: ['đã-đọc', 'xong', 'đọc-xong'] },
  highlighted: { en: ['highlighted', 'marked'], vi: ['có-tô', 'đã-tô', 'tô-màu', 'tô'] },
};

/** A name as it is compared: without case, marks and what parts its words. */
const compared = (name: string): string => foldBare(name).replaceAll(' ', '');

const byName = <Of extends string>(names: Names<Of>, all: readonly Of[]): ReadonlyMap<string, Of> =>
  new Map(
    all.flatMap((one) =>
      [...names[one].en, ...names[one].vi].map((name): [string, Of] => [compared(name), one]),
    ),
  );

const OPERATOR_BY_NAME = byName(OPERATOR_NAMES, OPERATORS);
const STATE_BY_NAME = byName(STATE_NAMES, STATES);

/** The operator that is called so in English or Vietnamese, whatever its case and marks. */
export const operatorCalled = (name: string): Operator | undefined =>
  OPERATOR_BY_NAME.get(compared(name));

/** The state that is called so in English or Vietnamese. */
export const stateCalled = (name: string): State | undefined => STATE_BY_NAME.get(compared(name));

/** How an operator is written in a language. */
export const operatorName = (operator: Operator, language: InterfaceLanguage): string =>
  OPERATOR_NAMES[operator][language][0];

/** How a state is written in a language. */
export const stateName = (state: State, language: InterfaceLanguage): string =>
  STATE_NAMES[state][language][0];

/** What `by:` calls the one who asks. */
const ME: Readonly<Record<InterfaceLanguage, string>> = { en: 'me', vi: 'tôi' };
// Not 'mình': without its marks it is a name that many have.
const MINE: ReadonlySet<string> = new Set(['me', 'toi']);

export const meName = (language: InterfaceLanguage): string => ME[language];

/** Whether a value of `by:` means the one who asks. */
export const isMe = (value: string): boolean => MINE.has(compared(value));

// Names of languages that are not their own tags, as English and Vietnamese call them; others go by their tag.
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  [
    ['vi', 'vietnamese', 'việt', 'tiếng việt'],
    ['en', 'english', 'anh', 'tiếng anh'],
    ['fr', 'french', 'pháp', 'tiếng pháp'],
    ['de', 'german', 'đức', 'tiếng đức'],
    ['es', 'spanish', 'tây ban nha', 'tiếng tây ban nha'],
    ['ru', 'russian', 'nga', 'tiếng nga'],
    ['zh', 'chinese', 'trung', 'tiếng trung', 'hoa'],
    ['ja', 'japanese', 'nhật', 'tiếng nhật'],
    ['ko', 'korean', 'hàn', 'tiếng hàn'],
  ].flatMap(([tag = '', ...names]) => names.map((name): [string, string] => [compared(name), tag])),
);

/** The primary subtag that a value of `lang:` means: 'vi' of 'vi-VN', 'Vietnamese' and 'tiếng Việt'. */
export const languageMeant = (value: string): string =>
  LANGUAGE_NAMES.get(compared(value)) ?? value.toLowerCase().split(/[-_]/u)[0] ?? '';
