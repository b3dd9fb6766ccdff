// categorise: {id, lang, title, text, section?} -> the category by the production function.
import { categorise } from '../../../shared/category/index.ts';
import type { DocumentRecord } from './records.ts';

/** A section that is one text is a path as people write it. */
const pathOf = (section: DocumentRecord['section']): readonly string[] =>
  typeof section === 'string' ? section.split('>') : (section ?? []);

export const categoriseRecord = ({ id, lang, title, text, section }: DocumentRecord) => {
  const start = performance.now();
  const found = categorise({
    section: pathOf(section),
    title: title ?? '',
    text,
    language: lang ?? null,
  });
  return { id, category: found?.category ?? null, ms: performance.now() - start };
};
