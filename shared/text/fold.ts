// The form in which two texts are compared: letters and digits only, lower case, single spaces.

/** `value` in NFC and lower case with everything but letters, marks and digits turned into one space. */
export const fold = (value: string): string =>
  value
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
