// Letters in regular expressions, so that texts in Latin letters are read fast.

/** The Latin letters, those of Vietnamese among them, as ranges of a class. */
export const LATIN = String.raw`a-zA-Z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u1E00-\u1EFF`;

/**
 * A pattern (flag `u`) of one character that is a Latin letter or one of `others`, the inside of a class.
 * The Latin ones are asked for first, since `\p{L}` has some seven hundred ranges to go through.
 */
export const latinOr = (others: string): string => `(?:[${LATIN}]|(?![${LATIN}])[${others}])`;
