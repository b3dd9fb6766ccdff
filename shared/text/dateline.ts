// What an agency puts before the first words: '(Dân trí) -', 'HAYWARD, Calif. (AP) —', 'TTO -', 'LONDON —'.

const DASH = String.raw`\s*(?:--?|[–—:])\s*`;
// The agency alone in parentheses; with a dash, or without one where it is in capitals: '(CNN)The'.
const AGENCY = String.raw`\(\s*[\p{L}\p{N}][^()]{1,30}\)`;
const PATTERNS = [
  // A place, an agency, a dash.
  new RegExp(
    `^\\p{Lu}[^()\\n.!?]{0,50}(?:\\p{L}{2,6}\\.)?[^()\\n.!?]{0,10}\\s*${AGENCY}${DASH}`,
    'u',
  ),
  new RegExp(`^${AGENCY}${DASH}`, 'u'),
  /^\(\s*[\p{Lu}\p{N}][\p{Lu}\p{N} .&]{1,20}\)\s*/u,
  // The text glued to it: 'Washington (CNN)Ted Cruz is back'.
  /^\p{Lu}[\p{L}\p{M} .,'’-]{0,40}\s\(\p{Lu}{2,6}\)(?=\p{Lu})/u,
  // Capitals and a dash: 'WASHINGTON —', 'TTO -', 'VOV.VN -', 'PARIS, March 3 —'.
  /^\p{Lu}[\p{Lu}\p{N}.]+(?:[ -]\p{Lu}[\p{Lu}\p{N}.]+){0,3}(?:,\s[\p{L}\p{N}. ]{2,20})?\s(?:--?|[–—])\s+/u,
];

/** How many UTF-16 units at the beginning of a block's text are such a prefix; 0 where there is none. */
export const datelineLength = (text: string): number => {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text)?.[0];
    if (found && found.length < text.length / 2) return found.length;
  }
  return 0;
};
