// Bookmarks as browsers and most tools export them: a web page of nested lists, whose tags are seldom closed
// (the 'Netscape Bookmark File Format'), and the page that Pocket used to export.
import { Tokenizer } from 'htmlparser2';
import { type Emit, MAX_FOLDERS } from './found.ts';

type TokenizerCallbacks = ConstructorParameters<typeof Tokenizer>[1];

/** Within how many units an export shows that it is one. */
const HEAD = 100_000;

/** Whether a text is an export of bookmarks, and not just any web page. */
export const isNetscape = (text: string): boolean => {
  const head = text.slice(0, HEAD).trimStart();
  if (!head.startsWith('<')) return false;
  return (
    /^<!doctype\s+netscape-bookmark-file/i.test(head) ||
    /<dt>\s*<(?:a|h3)\b/i.test(head) ||
    /<a\s[^<>]*\stime_added=/i.test(head)
  );
};

const WANTED = new Set(['href', 'add_date', 'time_added', 'tags']);

const NOTHING = (): void => undefined;

/** Reads the list by its tags alone: what is never closed nests nothing, so that any file takes linear time. */
class Reader {
  readonly #text: string;
  readonly #emit: Emit;
  /** For each list that is open the folders that it lies in, itself included. */
  readonly #folders: (readonly string[])[] = [];
  /** The name that the next list gets. */
  #heading = '';
  #tag = '';
  #attribute = '';
  #value: string[] = [];
  #attributes = new Map<string, string>();
  /** The link or heading that is open, and its text so far. */
  #open: { tag: 'a' | 'h3'; attributes: ReadonlyMap<string, string>; words: string[] } | null =
    null;

  constructor(text: string, emit: Emit) {
    this.#text = text;
    this.#emit = emit;
  }

  read(): void {
    const tokenizer = new Tokenizer({}, this.#callbacks());
    tokenizer.write(this.#text);
    tokenizer.end();
    this.#close();
  }

  #callbacks(): TokenizerCallbacks {
    const slice = (start: number, end: number): string => this.#text.slice(start, end);
    const isWanted = (): boolean => WANTED.has(this.#attribute);
    const opened = (): void => this.#opened();
    return {
      onopentagname: (start, end) => {
        this.#tag = slice(start, end).toLowerCase();
        this.#attributes = new Map();
      },
      onattribname: (start, end) => {
        this.#attribute = slice(start, end).toLowerCase();
      },
      // Icons are most of a file: their bytes are passed over.
      onattribdata: (start, end) => {
        if (isWanted()) this.#value.push(slice(start, end));
      },
      onattribentity: (codePoint) => {
        if (isWanted()) this.#value.push(String.fromCodePoint(codePoint));
      },
      onattribend: () => {
        if (isWanted()) this.#attributes.set(this.#attribute, this.#value.join(''));
        this.#value = [];
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => this.#closed(slice(start, end).toLowerCase()),
      ontext: (start, end) => this.#open?.words.push(slice(start, end)),
      ontextentity: (codePoint) => this.#open?.words.push(String.fromCodePoint(codePoint)),
      oncdata: NOTHING,
      oncomment: NOTHING,
      ondeclaration: NOTHING,
      onprocessinginstruction: NOTHING,
      onend: NOTHING,
    };
  }

  #opened(): void {
    switch (this.#tag) {
      case 'a':
      case 'h3':
        this.#close();
        this.#open = { tag: this.#tag, attributes: this.#attributes, words: [] };
        break;
      case 'dl':
        this.#close();
        this.#folders.push(this.#nested());
        this.#heading = '';
        break;
      case 'dt':
      case 'dd':
      case 'li':
        this.#close();
        break;
    }
  }

  #nested(): readonly string[] {
    const outer = this.#folders.at(-1) ?? [];
    const isNamed = this.#heading.trim() !== '' && outer.length < MAX_FOLDERS;
    return isNamed ? [...outer, this.#heading] : outer;
  }

  #closed(tag: string): void {
    if (tag === 'dl') {
      this.#close();
      this.#folders.pop();
    } else if (tag === this.#open?.tag) this.#close();
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const words = open.words.join('');
    if (open.tag === 'h3') {
      this.#heading = words;
      return;
    }
    const address = open.attributes.get('href');
    if (address === undefined) return;
    this.#emit({
      address,
      title: words,
      added: open.attributes.get('add_date') ?? open.attributes.get('time_added') ?? '',
      tags: open.attributes.get('tags')?.split(',') ?? [],
      folder: this.#folders.at(-1) ?? [],
    });
  }
}

/** Emits every bookmark of an export, with the folders that it lies in. */
export const readNetscape = (text: string, emit: Emit): void => new Reader(text, emit).read();
