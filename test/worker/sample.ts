// A keep as an extension sends it.
import { uuidV7 } from '../../shared/schema/uuid.ts';
import type { KeepWrite } from '../../shared/schema/keep.ts';

type Article = KeepWrite['article'];

let made = 0;

/** A fresh UUIDv7. */
export const newId = (): string =>
  uuidV7(Date.parse('2026-03-10T08:00:00Z'), crypto.getRandomValues(new Uint8Array(10)));

/** An article of its own address with two sentences, the first of them its summary. */
export const sample = (
  article: Partial<Article> = {},
  write: Partial<KeepWrite> = {},
): KeepWrite => {
  made += 1;
  const url = article.canonicalUrl ?? `https://paper.example/story-${made}`;
  return {
    version: 1,
    capturedAt: '2026-03-10T08:00:00Z',
    article: {
      url,
      canonicalUrl: url,
      title: `Story ${made}`,
      authors: ['Lan Nguyễn'],
      site: 'Paper',
      section: ['Politics', 'Parliament'],
      published: {
        precision: 'instant',
        value: '2026-03-10T05:30:00Z',
        evidence: 'json-ld',
        zoneAssumed: false,
      },
      modified: null,
      attribution: null,
      views: null,
      language: 'en',
      leadImage: null,
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'It happened today. Nobody knows why.' }] },
        { kind: 'heading', level: 2, runs: [{ text: 'Afterwards' }] },
      ],
      truncated: false,
      related: [],
      ...article,
    },
    summary: { sentences: [{ block: 0, start: 0, end: 18 }], terms: [] },
    ...write,
  };
};
