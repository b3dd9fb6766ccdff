// What a block says, and of which characters.
import { type Block, blockText, type Run } from '../schema/block.ts';

/** What a block says. */
export interface Text {
  readonly text: string;
  /** By which the same text is known again. */
  readonly beginning: string;
  readonly runs: readonly Run[];
  readonly length: number;
  readonly linked: number;
  /** Its length where it is running text. */
  readonly prose: number;
  readonly words: number;
  readonly capitals: number;
  readonly digits: number;
  readonly commas: number;
}

const PROSE = 80;
const BEGINNING = 200;

const runsOf = (block: Block): readonly Run[] => {
  if (block.kind === 'list') return block.items.flat();
  if (block.kind === 'table') return block.rows.flat(2);
  return 'runs' in block ? block.runs : [];
};

const OTHER = 1;
const COMMA = 2;
/** From here on they are parts of words. */
const LETTER = 3;
const CAPITAL = 4;
const DIGIT = 5;

const kindOf = (character: string): number => {
  if (/\d/.test(character)) return DIGIT;
  if (/\p{Lu}/u.test(character)) return CAPITAL;
  if (/[\p{L}\p{M}\p{N}_]/u.test(character)) return LETTER;
  // In any script.
  return /[,،、，]/u.test(character) ? COMMA : OTHER;
};

// By UTF-16 unit, 0 until one is met: a regular expression for each kind would make a string of every match.
const kinds = new Uint8Array(0x1_0000);

const countKinds = (text: string): Pick<Text, 'words' | 'capitals' | 'digits' | 'commas'> => {
  const counts = new Uint32Array(DIGIT + 1);
  let words = 0;
  let before = OTHER;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || (kinds[unit] = kindOf(text.charAt(at)));
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind >= LETTER && before < LETTER) words += 1;
    before = kind;
  }
  return {
    words,
    capitals: counts[CAPITAL] ?? 0,
    digits: counts[DIGIT] ?? 0,
    commas: counts[COMMA] ?? 0,
  };
};

/** Reads what a block says. */
export const readText = (block: Block): Text => {
  const text = blockText(block);
  const runs = runsOf(block);
  let linked = 0;
  for (const run of runs) if (run.href !== undefined) linked += run.text.length;
  const { length } = text;
  const isProse = length >= PROSE && linked < length / 2 && block.kind !== 'heading';
  return {
    text,
    beginning: text.slice(0, BEGINNING),
    runs,
    length,
    linked,
    prose: isProse ? length : 0,
    ...countKinds(text),
  };
};
