// How marks look, on pages of any colour.
import { type Look, LOOKS } from './marking.ts';

/** The name of a look's highlight: it tells the page which reads it neither whose it is nor what of. */
export const nameOfLook = (base: string, look: Look): string => {
  const place = LOOKS.indexOf(look);
  return place === 0 ? base : `${base}${place}`;
};

// Each has its own text colour with its own ground (11 to 1 at least), so that it is read on light pages and
// on dark ones; the line under it, of another kind for each, is seen where the ground is not.
const GROUNDS: Record<Look, { ground: string; line: string }> = {
  summary: { ground: '#ffe58a', line: 'underline 2px #a8201a' },
  yellow: { ground: '#ffe58a', line: 'underline solid 2px #7a5c00' },
  green: { ground: '#bfe8bd', line: 'underline double 2px #1c6b2a' },
  blue: { ground: '#c3e0fb', line: 'underline dashed 2px #1f5fbf' },
  pink: { ground: '#fbcfe0', line: 'underline dotted 2px #a3195b' },
};

const styleOf = (name: string, { ground, line }: (typeof GROUNDS)[Look]): string =>
  `::highlight(${name}) {
  background-color: ${ground};
  color: #1b1a17;
  text-decoration: ${line};
}
@media (forced-colors: active) {
  ::highlight(${name}) {
    background-color: Mark;
    color: MarkText;
  }
}`;

/** The style of every look; `base` is what the names of their highlights are made of. */
export const markStyle = (base: string): string =>
  LOOKS.map((look) => styleOf(nameOfLook(base, look), GROUNDS[look])).join('\n');
