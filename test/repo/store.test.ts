// The texts for the stores: the same in manifest and listing, whole in both languages, and no longer than the stores take.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const LANGUAGES = ['en', 'vi'] as const;
type Language = (typeof LANGUAGES)[number];

// In characters, the least that any store takes: Edge, then Chrome and the manifest itself (addons.mozilla.org:
// 250), then addons.mozilla.org (Chrome: 16,000).
const LONGEST = { name: 45, summary: 132, description: 15_000 };

const Messages = v.record(v.string(), v.object({ message: v.pipe(v.string(), v.minLength(1)) }));

const messages = (language: Language) =>
  v.parse(Messages, JSON.parse(read(`extension/public/_locales/${language}/messages.json`)));

const listing = (language: Language) => {
  const [, name = '', summary = '', description = ''] =
    /^# (.+)\n\n## Summary\n\n(.+)\n\n## Description\n\n(.+)$/s.exec(
      read(`docs/store/${language}.md`),
    ) ?? [];
  return { name, summary, description };
};

test.each(LANGUAGES)(
  'the listing in %s says what the manifest says, within what the stores take',
  (language) => {
    const { name, summary, description } = listing(language);
    expect(messages(language)['name']?.message).toBe(name);
    expect(messages(language)['description']?.message).toBe(summary);
    for (const [text, longest] of [
      [name, LONGEST.name],
      [summary, LONGEST.summary],
      [description, LONGEST.description],
    ] as const) {
      expect(text.trim()).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(longest);
    }
    // The stores show it as it is typed.
    expect(description).not.toMatch(/^#|\*\*|\]\(/m);
  },
);

test('both languages have the same messages, and as many paragraphs', () => {
  expect(Object.keys(messages('vi'))).toEqual(Object.keys(messages('en')));
  const [english, vietnamese] = LANGUAGES.map((language) =>
    listing(language).description.split('\n').filter(Boolean),
  );
  expect(vietnamese?.length).toBe(english?.length);
  expect(vietnamese?.filter((line) => english?.includes(line))).toEqual([]);
});
