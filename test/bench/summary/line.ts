// A line through sentences' features to how much of each a person said: least squares, solved by elimination (Gauss).
import { SENTENCE_FEATURE_NAMES } from '../../../shared/summary/sentence-features.ts';
import type { Lesson } from './learn.ts';
import { precisionN, rougeWords } from './rouge.ts';

// So small that it only keeps a feature that never varies from dividing by nothing.
const RIDGE = 1e-6;

/** The base and the weight of each feature named, in their order. */
export const fitLine = (
  lessons: readonly Lesson[],
  names: readonly string[],
): readonly number[] => {
  const columns = names.map((name) => SENTENCE_FEATURE_NAMES.indexOf(name));
  const width = columns.length + 1;
  const rows = Array.from({ length: width }, (_, row) => {
    const sums = new Float64Array(width + 1);
    sums[row] = RIDGE;
    return sums;
  });
  for (const { told, weight, whole, features } of lessons) {
    const said = precisionN(told.references, 2);
    for (const [at, { candidate }] of whole.sentences.entries()) {
      const values = [1, ...columns.map((column) => Math.max(0, features[at]?.[column] ?? 0))];
      const wanted = [...values, said(rougeWords(candidate.text))];
      const share = weight / features.length;
      for (const [row, sums] of rows.entries())
        for (const [column, value] of wanted.entries())
          sums[column] = (sums[column] ?? 0) + share * (values[row] ?? 0) * value;
    }
  }
  for (const [pivot, above] of rows.entries()) {
    const first = above[pivot] ?? 1;
    for (const [column, value] of above.entries()) above[column] = value / first;
    for (const [row, other] of rows.entries()) {
      const factor = other[pivot] ?? 0;
      if (row === pivot) continue;
      for (const [column, value] of above.entries())
        other[column] = (other[column] ?? 0) - factor * value;
    }
  }
  return rows.map((row) => row[width] ?? 0);
};
