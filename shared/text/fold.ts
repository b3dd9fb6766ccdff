// The form in which two texts are compared: letters and digits only, lower case, single spaces.
import { compose } from './clean.ts';

/** `value` in NFC and lower case with everything but letters, marks and digits turned into one space. */
export const fold = (value: string): string =>
  compose(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** As `fold`, and letters without their marks: 'Đất đai' and 'dat dai' are the same. */
export const foldBare = (value: string): string =>
  fold(
    compose(value)
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, ''),
  ).replaceAll('đ', 'd');
