// A plain list: one address a line, alone or with a title, in the ways in which people and tools write them.
import type { Emit } from './found.ts';

// An address ends at white space or a quotation, and where a comma leads to the next one.
const HTTP = /https?:\/\/(?:(?![,;]https?:\/\/)[^\s<>"`])+/gi;
const MARKDOWN =
  /\[([^[\]]*)\]\(\s?<?(https?:\/\/(?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s["'][^"']*["'])?\s?\)/gi;
const OTHER_SCHEME = /^(?:[a-z][a-z\d+.-]*:\/\/|(?:javascript|data|about|mailto|place|blob|tel):)/i;
const NO_SCHEME =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{2,5})?(?:[/?#]\S*)?$/u;
const FILE_NAME = /^[^/]*\.(?:txt|pdf|html?|docx?|xlsx?|csv|json|jpe?g|png|gif)$/i;
const BULLET = /^(?:[-*+•]|\d+[.)])\s(?:\[[ x]\]\s)?/i;

const PUNCTUATION = ".,;:!?'*_~]";

/** No address that can be imported is longer, so none is looked for in a longer word. */
const MAX_WORD = 4_096;

/** `#` and `//` begin a comment, and a line without letter or digit only divides. */
const saysNothing = (line: string): boolean =>
  /^(?:#|\/\/)/.test(line) || !/[\p{L}\p{N}]/u.test(line);

/** `text` without any of these characters at its start, or at its end. */
const trimmed = (text: string, { start = '', end = '' }): string => {
  let [from, to] = [0, text.length];
  while (from < to && start.includes(text.charAt(from))) from += 1;
  while (to > from && end.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** The address without the punctuation of the sentence that it stands in; a bracket that it opens itself stays. */
const withoutPunctuation = (address: string): string => {
  let bare = trimmed(address, { end: PUNCTUATION });
  let unopened = count(bare, ')') - count(bare, '(');
  while (unopened > 0 && bare.endsWith(')')) {
    bare = trimmed(bare.slice(0, -1), { end: PUNCTUATION });
    unopened -= 1;
  }
  return bare;
};

const JOINTS = ' \t-–—|:,;·';

/** What stands on a line beside its address, without what joins the two. */
const titleBeside = (line: string, address: string): string => {
  const at = line.indexOf(address);
  const before = trimmed(line.slice(0, at), { end: `${JOINTS}([<` });
  const after = trimmed(line.slice(at + address.length), { start: `${JOINTS})]>.` });
  return `${before} ${after}`;
};

const withoutScheme = (word: string): string | null =>
  word.length <= MAX_WORD && NO_SCHEME.test(word) && !FILE_NAME.test(word)
    ? `https://${word}`
    : null;

interface Entry {
  address: string;
  title: string;
}

const entriesOf = (line: string): Entry[] => {
  const links = Array.from(line.matchAll(MARKDOWN), ([, title = '', address = '']) => ({
    address,
    title,
  }));
  if (links.length > 0) return links;
  const addresses = Array.from(line.matchAll(HTTP), ([address]) => withoutPunctuation(address));
  const [first] = addresses;
  if (OTHER_SCHEME.test(line) && !/^https?:/i.test(line)) return [{ address: line, title: '' }];
  if (first !== undefined) {
    const isTitled = addresses.length === 1 || line.startsWith(`${first} | `);
    if (isTitled) return [{ address: first, title: titleBeside(line, first) }];
    return addresses.map((address) => ({ address, title: '' }));
  }
  // 'example.com/x', 'example.com/x | Title', 'Title - example.com/x' and 'Title: example.com/x'.
  const parts = line.split(/ [-–—|] |: |\t/);
  const start = withoutScheme(parts.at(0) ?? '');
  if (start) return [{ address: start, title: parts.slice(1).join(' - ') }];
  const end = withoutScheme(parts.at(-1) ?? '');
  if (end) return [{ address: end, title: parts.slice(0, -1).join(' - ') }];
  return [{ address: line, title: '' }];
};

/** Emits every address of a list; a line that has none is emitted as it is. */
export const readAddresses = (text: string, emit: Emit): void => {
  for (const whole of text.split(/\r\n|\n\r|\r|\n/)) {
    const line = whole
      .replace(/\s+/g, (space) => (space.includes('\t') ? '\t' : ' '))
      .trim()
      .replace(BULLET, '');
    if (saysNothing(line)) continue;
    for (const entry of entriesOf(line)) emit({ ...entry, added: '', tags: [], folder: [] });
  }
};
