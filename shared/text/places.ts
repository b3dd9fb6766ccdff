// Where words stand in a text, and how alike two surroundings are.

/** A page that says the same more often than this has no one place for it. */
const MAX_PLACES = 1_000;

/** The places at which a quote begins in a text; none for an empty one. */
export const placesOf = (text: string, quote: string): number[] => {
  const places: number[] = [];
  if (quote === '') return places;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push(at);
    if (places.length === MAX_PLACES) break;
  }
  return places;
};

/** How many units two texts have in common, read from one end of each. */
export const sharedEnd = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length += 1;
  return length;
};

/** As `sharedEnd`, from their beginnings. */
export const sharedBeginning = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};
