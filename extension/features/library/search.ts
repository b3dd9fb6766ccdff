// Looks for words in what is kept on this machine: in the cards at once, in the texts one after the other.
import { blockText } from '../../../shared/schema/block.ts';
import { foldBare } from '../../../shared/text/fold.ts';
import type { Entry } from './entries.ts';
import { readStored } from './stored.ts';

// In other scripts words need not be parted by spaces.
const isParted = (word: string): boolean => /^[\p{Script=Latin}\p{N}]/u.test(word);

/** The words of a query as they are looked for, without case and marks. */
export const wordsOf = (query: string): string[] =>
  foldBare(query)
    .split(' ')
    .filter(Boolean)
    .map((word) => (isParted(word) ? ` ${word}` : word));

/** A text as it is looked through, each word behind a space. */
export const searchable = (text: string): string => ` ${foldBare(text)}`;

/** Whether searchable texts have each word between them, or one that begins with it. */
export const hasAll = (texts: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => texts.some((text) => text.includes(word)));

export interface Search {
  /** The ids of what has all the words. */
  found: ReadonlySet<string>;
  /** False while texts are still being looked through. */
  isDone: boolean;
}

/** So long it is looked without a pause, in milliseconds: in each the page answers to its reader. */
const STRETCH_MS = 8;

/** What was found is told so often while it is looked. */
const TELL_MS = 200;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The searchable form of what `find` answers, found once for each key. */
const remembered = async (
  known: Map<string, string>,
  key: string,
  find: () => Promise<string> | string,
): Promise<string> => {
  const text = known.get(key) ?? searchable(await find());
  known.set(key, text);
  return text;
};

/** A searcher that remembers what it has read. Of searches that overtake each other the last one counts. */
export const createSearcher = (onFound: (search: Search | null) => void) => {
  /** Searchable, by what they were. */
  const cards = new Map<string, string>();
  /** Searchable, by the clip's id: bytes are frozen. */
  const texts = new Map<string, string>();
  let lastTurn = 0;

  const cardText = async ({ title, card }: Entry): Promise<string[]> => {
    const said = [title, card?.site, ...(card?.section ?? []), card?.sentence].join(' ');
    return [await remembered(cards, said, () => said)];
  };

  const wholeText = async (entry: Entry): Promise<string[]> => {
    const card = await cardText(entry);
    if (entry.isLink) return card;
    const text = await remembered(texts, entry.id, async () => {
      const stored = await readStored(entry.id);
      return stored?.article.blocks.map(blockText).join('\n') ?? '';
    });
    return [...card, text];
  };

  /** Adds what has the words, part by part; answers false where another search has begun meanwhile. */
  const look = async (
    turn: number,
    entries: readonly Entry[],
    textsOf: (entry: Entry) => Promise<string[]>,
    add: (entry: Entry, texts: string[]) => void,
    tell: () => void,
  ): Promise<boolean> => {
    let paused = performance.now();
    let told = paused;
    for (const entry of entries) {
      add(entry, await textsOf(entry));
      if (performance.now() - paused > STRETCH_MS) {
        await pause();
        paused = performance.now();
      }
      if (turn !== lastTurn) return false;
      if (paused - told > TELL_MS) {
        tell();
        told = paused;
      }
    }
    return true;
  };

  return {
    search: async (query: string, entries: readonly Entry[]): Promise<void> => {
      lastTurn += 1;
      const turn = lastTurn;
      const words = wordsOf(query);
      if (words.length === 0) {
        onFound(null);
        return;
      }
      const found = new Set<string>();
      const add = ({ id }: Entry, searched: string[]): void => {
        if (hasAll(searched, words)) found.add(id);
      };
      const tell = (isDone: boolean): void => onFound({ found, isDone });
      if (!(await look(turn, entries, cardText, add, () => undefined))) return;
      tell(false);
      if (await look(turn, entries, wholeText, add, () => tell(false))) tell(true);
    },
  };
};
