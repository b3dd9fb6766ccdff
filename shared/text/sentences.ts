// Where sentences begin and end. The engine's own segmenter, and what it does not know about abbreviations.

/** A stretch of a text in UTF-16 units, without white space at its ends. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

// After these a full stop ends no sentence, whatever follows. Lower case, without the last stop.
const ABBREVIATIONS = new Set(
  [
    // Vietnamese: cities, degrees and titles, wards and districts.
    'tp gs ts ths pgs ptts bs ks ls cn nsnd nsưt ts.bs gs.ts pgs.ts gs.tskh ths.bs bs.ckii bs.cki đ/c q p h tx tt x',
    // English: titles, ranks, companies, Latin.
    'mr mrs ms dr prof rev hon st sr jr gen col lt sgt capt cmdr adm maj gov sen rep pres vs etc e.g i.e no inc ltd corp co bros dept est fig al',
    // English: months, and the states as the press writes them.
    'jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo',
    // German.
    'z.b u.a d.h bzw ca nr dr.med',
  ]
    .join(' ')
    .split(' '),
);
// A stop after one capital letter, or after capitals each with their own: 'John F. Kennedy', 'U.S.'.
const INITIALS = /(?:^|[\s("“‘'])(?:\p{Lu}\.)+$/u;
const ENDS_IN_WORD = /([\p{L}\p{M}/]+(?:\.[\p{L}\p{M}]+)*)\.\s*$/u;

const segmenters = new Map<string, Intl.Segmenter>();

const segmenterFor = (language: string | null): Intl.Segmenter => {
  const key = language ?? 'en';
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(key, { granularity: 'sentence' });
  segmenters.set(key, made);
  return made;
};

const isAbbreviation = (text: string): boolean => {
  const word = ENDS_IN_WORD.exec(text)?.[1]?.toLowerCase();
  return word !== undefined && ABBREVIATIONS.has(word);
};

// More than any abbreviation or initials; a text without an end costs no more.
const ENOUGH = 64;

// Whether the segmenter parted what belongs together.
const goesOn = (whole: string, after: string): boolean => {
  const before = whole.slice(-ENOUGH);
  if (/[\n\r\u2029]\s*$/u.test(before)) return false;
  const trimmed = before.trimEnd();
  const next = after.trimStart();
  // '“Stop!” he said', '3. 5', a list mark of its own.
  if (/^["'”’»)\]]*\p{Ll}/u.test(next)) return true;
  if (/^["”’»)\]]+\s*$/u.test(next)) return true;
  if (isAbbreviation(trimmed)) return true;
  // Initials go on in a name; 'in the U.S. The' does not, and nothing but the next word tells.
  if (INITIALS.test(trimmed))
    return !/^(?:The|A|An|He|She|It|They|We|But|In|On|And|This|That|His|Her|Their)\s/u.test(next);
  return /\d[.,]$/.test(trimmed) && trimmed === before && /^\d/.test(next);
};

/**
 * The sentences of a text, in order, without overlap, covering every letter of it. Line breaks end
 * a sentence. Engines segment differently in places, so spans are made once and then only checked.
 *
 * @param language A language tag (BCP 47), or null for unknown.
 */
export const sentences = (text: string, language: string | null): readonly Sentence[] => {
  const parts: string[] = [];
  for (const { segment } of segmenterFor(language).segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && goesOn(last, segment)) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  let at = 0;
  const found: Sentence[] = [];
  for (const part of parts) {
    const start = at + (part.length - part.trimStart().length);
    const end = at + part.trimEnd().length;
    if (end > start) found.push({ start, end });
    at += part.length;
  }
  return found;
};
