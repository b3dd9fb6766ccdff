/** Path characters that tell how an address is built, and nothing of what it is about. */
const BUILT = /[-_./~]/u;

const shapeOf = (character: string): string => {
  if (BUILT.test(character)) return character;
  if (/\p{L}|\p{M}/u.test(character)) return 'a';
  return /\p{N}/u.test(character) ? '9' : 'x';
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * How an address is built: its origin, and its path with 'a' for each letter, '9' for each digit and 'x' for
 * what is neither; without query and fragment.
 */
export const addressShape = (url: string): string => {
  const address = URL.parse(url);
  if (!address) return 'none';
  return address.origin + Array.from(decoded(address.pathname), shapeOf).join('');
};
