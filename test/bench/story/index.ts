// `npm run bench -- story`: how surely copies are told.
import { printCopies } from './copies.ts';

/** Prints all figures. */
export const benchStory = async (): Promise<void> => {
  printCopies();
};
