// `npm run bench -- story [copies|events|summaries|speed]`: how surely copies and reports of one event are
// told, and what is left of a story in its joint summary.
import { printCopies } from './copies.ts';
import { printEvents } from './events.ts';
import { printSpeed } from './speed.ts';
import { printSummaries } from './summaries.ts';

const PARTS: Readonly<Record<string, () => void>> = {
  copies: printCopies,
  events: printEvents,
  summaries: printSummaries,
  speed: printSpeed,
};

/** Prints all figures, or those of some parts. */
export const benchStory = async (wishes: readonly string[]): Promise<void> => {
  for (const [name, print] of Object.entries(PARTS))
    if (wishes.length === 0 || wishes.includes(name)) print();
};
