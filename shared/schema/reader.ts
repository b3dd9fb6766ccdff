// How a text is set where it is read.
import * as v from 'valibot';
import { Article } from './article.ts';
import { Highlight } from './highlight.ts';
import { Summary } from './summary.ts';
import { UuidV7 } from './text.ts';

export const PAPERS = ['auto', 'light', 'sepia', 'dark'] as const;
export const SMALLEST = -2;
export const LARGEST = 4;

export const ReaderSetting = v.object({
  /** Steps from the type's usual size. */
  size: v.pipe(v.number(), v.integer(), v.minValue(SMALLEST), v.maxValue(LARGEST)),
  isWide: v.boolean(),
  /** 'auto' is the browser's own choice of light and dark. */
  paper: v.picklist(PAPERS),
  /** Whether images are shown, each of which is a request to where it is. */
  images: v.boolean(),
});
export type ReaderSetting = v.InferOutput<typeof ReaderSetting>;

/** What of an article is read. */
export const Readable = v.object({
  title: Article.entries.title,
  language: Article.entries.language,
  leadImage: Article.entries.leadImage,
  blocks: Article.entries.blocks,
});
export type Readable = v.InferOutput<typeof Readable>;

/** What somebody else shows to the team, and who did, when, in words. */
export const TeamNote = v.object({ ...Highlight.entries, by: v.string() });
export type TeamNote = v.InferOutput<typeof TeamNote>;

/** What a clip's page hands to its script: all that the text is drawn from. */
export const ReaderPage = v.object({
  article: Readable,
  sentences: Summary.entries.sentences,
  /** What the reader has marked in it. */
  highlights: v.array(Highlight),
  /** What others show to the team. */
  team: v.array(TeamNote),
  /** Whether there is a team to show something to. */
  hasTeam: v.boolean(),
  /** Where a highlight is written to, and the keep that it names; null where the reader may not write. */
  writes: v.nullable(v.object({ workspace: v.string(), keep: UuidV7 })),
  setting: ReaderSetting,
  /** Where it is remembered how far it was read, and how far that was: the block, counted from 0. */
  place: v.object({ address: v.string(), block: v.nullable(v.number()) }),
});
export type ReaderPage = v.InferOutput<typeof ReaderPage>;

/** The cookie in which the pages' setting is kept, as JSON: the server draws the page by it. */
export const READER_COOKIE = 'reader';
