// `npm run bench -- story [copies|events]`: how surely copies and reports of one event are told.
import { printCopies } from './copies.ts';
import { printEvents } from './events.ts';

const PARTS: Readonly<Record<string, () => void>> = { copies: printCopies, events: printEvents };

/** Prints all figures, or those of some parts. */
export const benchStory = async (wishes: readonly string[]): Promise<void> => {
  for (const [name, print] of Object.entries(PARTS))
    if (wishes.length === 0 || wishes.includes(name)) print();
};
