// The people whom a byline names: 'By Jane Doe and John Roe, Staff Writers' names two.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';

const MAX_PERSON = 60;
const MAX_BYLINE = 2_000;

const CREDIT = String.raw`(?:tin|bài|ảnh|video|clip|đồ họa|thực hiện|tổng hợp|text|fotos?|words|photo(?:graph)?s?|pictures)`;
const VERB = String.raw`(?:written|reported|posted|published|story|text|words|geschrieben|verfasst|escrito|publié|écrit|ein (?:artikel|beitrag|interview))`;
const PREFIX = new RegExp(
  String.raw`^(?:${CREDIT}(?:\s*(?:,|-|–|&|và|and|und)\s*${CREDIT})*(?:\s*:|\s+by\s)|(?:${VERB}\s+)?(?:by|von|par|por|bởi)\s*:?\s|(?:by|von|par|authors?|autor(?:en|in|innen|es)?|auteurs?|autore|autori|tác giả|người viết|theo)\s*:|(?:tác giả|theo|autoren|authors)\s|[(（]?(?:(?:作者|责编|責任編輯|责任编辑|编辑|撰文|文)\s*[:：/／]|(?:记者|記者)\s*[:：/／]?))\s*`,
  'iu',
);
const SPLIT = /\s*[,;|•·、，]\s*|\s+(?:and|&|und|et|y|và|og|och|with|mit|\/)\s+/iu;
const ROLE =
  /(?:^staff$|\b(?:(?:writer|reporter|correspondent|editor|columnist|contributor|producer|photographer|educator|blogger|youtuber)s?|redakteur(?:in)?|desk|ph\.?d|m\.?d|m\.?p\.?h|mba|r\.?n|rdn?|cpa|cfp|jr|ceo|founder|director|manager|professor)\b)/iu;
const NO_LINE = /https?:|www\.|@/iu;
const NO_NAME =
  /\d{2}|^(?:admin|administrator|author|by|share|follow|e-?mail|show|sign|log|learn|editorial|home|history|twitter|facebook|linkedin|unknown|none|null|undefined|guest|view|more|read|all|published|updated|posted|nguồn|photo|about|contact|(?:un)?subscribe)\b|[<>{}[\]=]/iu;
// 'Jane Roe Updated May 3', 'Jane Roe Staff Writer': what a line goes on to say without a mark between.
const GOES_ON =
  /\s+(?:(?:last |medically |fact[ -])?(?:updated|published|posted|modified|reviewed|checked)|(?:staff|senior|contributing|freelance|guest) \p{L}|aktualisiert|veröffentlicht|cập nhật|mis à jour|publié|actualizado|publicado|(?:on )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?\d).*$/iu;
const AFTER_NAME = /\s+(?:기자|記者|记者)$/u;
/** A name as it is compared: letters and digits only. */
export const squash = (name: string): string => fold(name).replaceAll(' ', '');

/** Whether a text is written like a person's name: two to five words that begin with capitals. */
export const isName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|da|dos|del|di|van|von|der|den|la|le|el|al|bin) )*\p{Lu}[\p{L}\p{M}'’.-]*){1,4}$/u.test(
    name,
  );

const isPerson = (name: string): boolean =>
  name.length > 1 &&
  name.length <= MAX_PERSON &&
  name.split(' ').length <= 6 &&
  /\p{L}/u.test(name) &&
  !NO_NAME.test(name) &&
  !ROLE.test(name);

/** The names in a byline, in its order and without what else it says. */
export const namesIn = (byline: string): readonly string[] => {
  const line = oneLine(clip(byline, MAX_BYLINE)).replace(PREFIX, '');
  if (NO_LINE.test(line) || NO_NAME.test(line.replace(/\d/gu, ''))) return [];
  // 'Sat, 27 Dec' is no byline, 'Jane Roe | 27 Dec' is one.
  const isDated = /\d{2}/u.test(line);
  // What stands in parentheses, after a dash or after a slash is where the name comes from: '(TTXVN)', '- AFP'.
  return line
    .replace(/\s*\([^)]*\)?/gu, '')
    .replace(/\s+[-–—]\s+.*$/u, '')
    .replace(/\s*\/\s*\p{Lu}{2,}$/u, '')
    .split(SPLIT)
    .map((name) =>
      oneLine(
        name
          .replace(PREFIX, '')
          .replace(GOES_ON, '')
          .replace(AFTER_NAME, '')
          .replace(/^[\s.:–—-]+|[\s:–—)）-]+$/gu, ''),
      ),
    )
    .filter((name) => isPerson(name) && (!isDated || isName(name)));
};

/** Whether a line says by its first words that names follow: 'Bài, ảnh: …', '责编：…'. */
export const announcesNames = (line: string): boolean => PREFIX.test(oneLine(line));

/** The names that stand alone under a text, where Vietnamese papers put the byline, or are announced there. */
export const namesUnder = (tail: readonly string[]): readonly string[] => {
  for (const line of tail) {
    const found = line.split(/\s+[-–—]\s+/u).flatMap(namesIn);
    if (found.length > 0 && (announcesNames(line) || found.every(isName))) return found;
  }
  return [];
};
