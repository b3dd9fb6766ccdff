// story: {id, lang, title, text} -> the story that the production functions put it into, one document after another,
// as the library would have placed it when it was kept.
import { termVector } from '../../../shared/related/vector.ts';
import type { Described } from '../../../shared/story/described.ts';
import { fingerprint } from '../../../shared/story/fingerprint.ts';
import { openStories } from './stories.ts';
import type { DocumentRecord } from './records.ts';

/** What the library stores of a document to place it by; these tell no day. */
export const describe = ({ id, lang, title, text }: DocumentRecord): Described => ({
  id: String(id),
  day: null,
  vector: termVector({ title: title ?? '', text, language: lang ?? null }),
  fingerprint: fingerprint({ text }),
});

/** Answers documents in their order. */
export const openStory = () => {
  const stories = openStories();
  return (record: DocumentRecord) => {
    const start = performance.now();
    const story = stories.add(describe(record));
    return { id: record.id, story, ms: performance.now() - start };
  };
};
