// Text as it is compared: without what the eye does not see, and taken apart into letters and marks.

// White space, controls, and what takes no room: zero-width characters, soft hyphens, bidirectional marks.
const UNSEEN = /[\s\p{Cc}\p{Cf}]+/gu;

/**
 * A text without white space and zero-width characters, in NFD: pages differ in both from what was read
 * of them. Not NFC, as NFD alone takes each character by itself, so that a place in it can be told back.
 */
export const fold = (text: string): string => text.replace(UNSEEN, '').normalize('NFD');

/** Where the character stands in `text` that the unit `at` of its folded form comes from, in UTF-16 units. */
export const sourceOf = (text: string, at: number): { start: number; end: number } => {
  let start = 0;
  let folded = 0;
  for (const character of text) {
    const end = start + character.length;
    folded += fold(character).length;
    if (folded > at) return { start, end };
    start = end;
  }
  return { start, end: start };
};
