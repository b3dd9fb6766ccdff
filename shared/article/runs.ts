// Inline content -> runs: text with bold, italic, code or an http(s) link.
import type { Run } from '../schema/block.ts';
import { flow } from '../text/clean.ts';

/** How a stretch of text is set. */
export interface Style {
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
  readonly code?: true | undefined;
  readonly href?: string | undefined;
}

// The contract allows more: paragraphs longer than this are two, so that whole blocks can be cut at the end.
const MAX_LENGTH = 20_000;
const MAX_RUNS = 2_000;

const sameStyle = (a: Style, b: Style): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;

const runOf = (text: string, { bold, italic, code, href }: Style): Run => ({
  text,
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(code && { code }),
  ...(href !== undefined && { href }),
});

/** Runs without white space at their outer edges, or nothing where there is no text. */
const trimRuns = (runs: readonly Run[]): Run[] => {
  const kept = runs.map((run) => ({ ...run }));
  for (let first = kept[0]; first; first = kept[0]) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    kept.pop();
  }
  return kept;
};

/** Runs whose neighbours of one style are joined: a link that leads nowhere leaves no seam. */
export const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && sameStyle(last, run)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
};

export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** Collects inline text: white space collapsed across runs, neighbours of one style joined. */
export class RunCollector {
  private runs: Run[] = [];
  private length = 0;

  /** Whether a block of its own is full and should be closed at the next white space. */
  get isFull(): boolean {
    return this.length >= MAX_LENGTH || this.runs.length >= MAX_RUNS;
  }

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  get endsSentence(): boolean {
    return /[.!?…:;。！？]["'”’»)\]]*\s*$/u.test(this.runs.at(-1)?.text ?? '');
  }

  add(value: string, style: Style): void {
    if (value === '') return;
    const last = this.runs.at(-1);
    // Most text nodes are the white space between two elements.
    const read = value.trim() === '' ? ' ' : flow(value);
    const isAfterSpace = !last || last.text.endsWith(' ');
    const text = isAfterSpace && read.startsWith(' ') ? read.slice(1) : read;
    if (text === '') return;
    this.length += text.length;
    if (last && sameStyle(last, style)) last.text += text;
    else this.runs.push(runOf(text, style));
  }

  /** The runs so far; the collector is empty afterwards. */
  take(): Run[] {
    const runs = trimRuns(this.runs);
    this.runs = [];
    this.length = 0;
    return runs;
  }
}
