// FNV-1a, for what is told apart by numbers.

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of a text's UTF-16 units, as 32 bits that may count as negative. */
export const hashOf = (text: string): number => {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
};
