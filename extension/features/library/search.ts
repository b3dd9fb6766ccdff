// Looks through the list: what its cards say at once, the texts that lie on this machine one after the other.
import { blockText } from '../../../shared/schema/block.ts';
import { type KnownNames, makeMatcher, type Matcher } from '../../../shared/search/match.ts';
import type { Query } from '../../../shared/search/query.ts';
import type { Listed } from './listed.ts';
import { readStored } from './stored.ts';

export interface Search {
  /** The ids of what is meant. */
  found: ReadonlySet<string>;
  /** False while texts are still being looked through. */
  isDone: boolean;
}

/** So long it is looked without a pause, in milliseconds: in each the page answers to its reader. */
const STRETCH_MS = 8;

/** What was found is told so often while it is looked. */
const TELL_MS = 200;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const hasText = ({ operation, isLink }: Listed): boolean => operation !== null && !isLink;

/** A searcher that remembers what it has read. Of searches that overtake each other the last one counts. */
export const createSearcher = (onFound: (search: Search | null) => void) => {
  /** The blocks of texts, by the clip's id: bytes are frozen. */
  const texts = new Map<string, readonly string[]>();
  let lastTurn = 0;

  const textsOf = async ({ id }: Listed): Promise<readonly string[]> => {
    const known = texts.get(id) ?? (await readStored(id))?.article.blocks.map(blockText) ?? [];
    texts.set(id, known);
    return known;
  };

  /** Looks at each in its turn; answers false where another search has begun meanwhile. */
  const each = async (
    turn: number,
    listed: readonly Listed[],
    look: (one: Listed) => Promise<void> | void,
    tell: () => void,
  ): Promise<boolean> => {
    let paused = performance.now();
    let told = paused;
    for (const one of listed) {
      const looked = look(one);
      if (looked) await looked;
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

  const run = async (turn: number, matcher: Matcher, listed: readonly Listed[]): Promise<void> => {
    const found = new Set<string>();
    const toRead: Listed[] = [];
    const tell = (isDone: boolean): void => onFound({ found: new Set(found), isDone });
    const byCard = (one: Listed): void => {
      if (!matcher.fits(one)) return;
      if (matcher.asksWords && hasText(one)) toRead.push(one);
      if (!matcher.asksWords || matcher.hasWords(one.title, [one.sentence])) found.add(one.id);
    };
    const byText = async (one: Listed): Promise<void> => {
      if (matcher.hasWords(one.title, [one.sentence, ...(await textsOf(one))])) found.add(one.id);
      else found.delete(one.id);
    };
    if (!(await each(turn, listed, byCard, () => undefined))) return;
    tell(toRead.length === 0);
    if (toRead.length > 0 && (await each(turn, toRead, byText, () => tell(false)))) tell(true);
  };

  return {
    search: async (query: Query, known: KnownNames, listed: readonly Listed[]): Promise<void> => {
      lastTurn += 1;
      if (query.length === 0) onFound(null);
      else await run(lastTurn, makeMatcher(query, known), listed);
    },
  };
};
