// A part of a name stands for the whole: 'Khê' for 'Trần Thị Mai Khê'.
import { type Candidate, firstPlace } from './term-candidates.ts';
import type { Row } from './term-row.ts';
import { isSyllable } from './term-names.ts';

/** What a name is called by once it is known. */
const partsOf = ({ kind, size, key }: Candidate, isVietnamese: boolean): readonly string[] => {
  const keys = key.split(' ');
  // 'Hội đồng nhân dân' for the one of the province.
  if (kind === 'institution')
    return Array.from({ length: Math.max(0, size - 2) }, (_, at) =>
      keys.slice(0, at + 2).join(' '),
    );
  if (kind !== 'name' || size < 2 || size > 4) return [];
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  return isVietnamese ? [last] : [last, first];
};

const namesByPart = (
  all: readonly Candidate[],
  isVietnamese: boolean,
): ReadonlyMap<string, Candidate> => {
  const found = new Map<string, Candidate>();
  for (const name of all.toSorted((a, b) => firstPlace(a) - firstPlace(b)))
    for (const part of partsOf(name, isVietnamese)) if (!found.has(part)) found.set(part, name);
  return found;
};

/**
 * Counts the parts of names with the names, where the whole name came first, and leaves them out.
 *
 * @param language A language by its first subtag, or null for unknown.
 */
export const foldParts = (
  all: readonly Candidate[],
  row: Row,
  language: string | null,
): readonly Candidate[] => {
  const isVietnamese = language === 'vi';
  const byPart = namesByPart(all, isVietnamese);
  // 'luật sư Quang' is Nguyễn Văn Quang, too.
  const calledBy = ({ kind, key }: Candidate): Candidate | undefined => {
    const person =
      isVietnamese && kind === 'phrase'
        ? byPart.get(key.slice(key.lastIndexOf(' ') + 1))
        : undefined;
    return person?.kind === 'name' && !key.endsWith(person.key) ? person : undefined;
  };
  const kept = all.filter((each) => {
    const whole = byPart.get(each.key) ?? calledBy(each);
    const isPart =
      whole !== undefined &&
      whole !== each &&
      firstPlace(whole) <= firstPlace(each) + 1 &&
      (whole.kind === 'name' || each.kind !== 'word');
    if (isPart) for (const at of each.places) whole.mentions.add(at);
    return !isPart;
  });
  // A Vietnamese person is called by the last syllable, which is no term by itself.
  if (isVietnamese)
    for (const [at, { key, isCapital, isOpening }] of row.words.entries()) {
      const whole = isCapital && !isOpening ? byPart.get(key) : undefined;
      if (whole && !row.marks[at - 1] && isSyllable(key)) whole.mentions.add(at);
    }
  return kept;
};
