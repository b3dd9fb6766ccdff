// Looks for words in what is kept on this machine: in the cards at once, in the texts one after the other.
import { blockText } from '../../../shared/schema/block.ts';
import { foldBare } from '../../../shared/text/fold.ts';
import type { Entry } from './entries.ts';
import { readStored } from './stored.ts';

/** The words of a query, without case and marks. */
export const wordsOf = (query: string): string[] => foldBare(query).split(' ').filter(Boolean);

// In other scripts words need not be parted by spaces.
const isParted = (word: string): boolean => /^[\p{Script=Latin}\p{N}]/u.test(word);

/** Whether a folded text has each word, or one that begins with it. */
export const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => ` ${text}`.includes(isParted(word) ? ` ${word}` : word));

export interface Search {
  /** The ids of what has all the words. */
  found: ReadonlySet<string>;
  /** False while texts are still being looked through. */
  isDone: boolean;
}

/** So many clips are looked at between two pauses, in which the page answers to its reader. */
const STRIDE = 200;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The folded form of what `find` answers, found once for each key. */
const remembered = async (
  known: Map<string, string>,
  key: string,
  find: () => Promise<string> | string,
): Promise<string> => {
  const text = known.get(key) ?? foldBare(await find());
  known.set(key, text);
  return text;
};

/** A searcher that remembers what it has read. Of searches that overtake each other the last one counts. */
export const createSearcher = (onFound: (search: Search | null) => void) => {
  /** Folded, by what they were. */
  const cards = new Map<string, string>();
  /** Folded, by the clip's id: bytes are frozen. */
  const texts = new Map<string, string>();
  let lastTurn = 0;

  const cardText = ({ title, card }: Entry): Promise<string> => {
    const said = [title, card?.site, ...(card?.section ?? []), card?.sentence].join(' ');
    return remembered(cards, said, () => said);
  };

  const wholeText = async (entry: Entry): Promise<string> => {
    const card = await cardText(entry);
    if (entry.isLink) return card;
    const text = await remembered(texts, entry.id, async () => {
      const stored = await readStored(entry.id);
      return stored?.article.blocks.map(blockText).join('\n') ?? '';
    });
    return `${card} ${text}`;
  };

  /** Adds what has the words, part by part; answers false where another search has begun meanwhile. */
  const look = async (
    turn: number,
    entries: readonly Entry[],
    textOf: (entry: Entry) => Promise<string>,
    add: (entry: Entry, text: string) => void,
    afterStride: () => void,
  ): Promise<boolean> => {
    for (const [index, entry] of entries.entries()) {
      add(entry, await textOf(entry));
      if (index % STRIDE === STRIDE - 1) {
        await pause();
        if (turn === lastTurn) afterStride();
      }
      if (turn !== lastTurn) return false;
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
      const add = ({ id }: Entry, text: string): void => {
        if (hasAll(text, words)) found.add(id);
      };
      const tell = (isDone: boolean): void => onFound({ found, isDone });
      if (!(await look(turn, entries, cardText, add, () => undefined))) return;
      tell(false);
      if (await look(turn, entries, wholeText, add, () => tell(false))) tell(true);
    },
  };
};
