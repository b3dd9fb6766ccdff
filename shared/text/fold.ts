// The form in which two texts are compared: letters and digits only, lower case, single spaces.
import { compose } from './clean.ts';
import { LATIN } from './letters.ts';

// Most of a text is Latin letters: to ask for the kind of the rest alone takes a fourth of the time.
const OTHERS = new RegExp(`[^${LATIN}0-9 ]+`, 'g');
const spaced = (value: string): string =>
  value.replace(OTHERS, (run) => run.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')).replace(/ {2,}/g, ' ');

const foldComposed = (value: string): string => spaced(value.toLowerCase()).trim();

/** `value` in NFC and lower case with everything but letters, marks and digits turned into one space. */
export const fold = (value: string): string => foldComposed(compose(value));

/** As `fold`, and letters without their marks: 'Đất đai' and 'dat dai' are the same. */
export const foldBare = (value: string): string =>
  foldComposed(
    compose(value)
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
      .normalize('NFC'),
  ).replaceAll('đ', 'd');
