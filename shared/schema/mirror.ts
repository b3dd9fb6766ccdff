// What an extension copies of a library, so that it knows what is kept without asking: the cards of the newest clips,
// and then what changes.
import * as v from 'valibot';
import { NOUNS } from './named.ts';
import { ReadingState } from './reading.ts';
import { SectionCategory } from './section-category.ts';
import { filled, HttpUrl, PlainDate, UuidV7 } from './text.ts';

/** As many of the newest clips as an extension copies. */
export const MIRRORED = 20_000;

/** Who keeps a clip, and the day on which they kept it. */
export const Keeper = v.object({ account: v.string(), day: PlainDate });
export type Keeper = v.InferOutput<typeof Keeper>;

const Natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** As much of a clip as it takes to know its page again, to relate it to another one and to list it. */
export const MirrorCard = v.object({
  id: UuidV7,
  /** Where it stands among all clips ever made in its library, from 1 on; never another one. */
  place: Natural,
  /** As it was opened, and as it stands for the article. */
  url: HttpUrl,
  canonicalUrl: HttpUrl,
  title: v.string(),
  standfirst: v.nullable(v.string()),
  site: v.nullable(v.string()),
  language: v.nullable(v.string()),
  section: v.array(v.string()),
  /** A top-level IPTC Media Topic, or null for unsure. */
  category: v.nullable(v.string()),
  authors: v.array(v.string()),
  /** As precisely as its page told it: an instant, a local time or a day. */
  published: v.nullable(v.string()),
  /** The key terms, the most telling first. */
  terms: v.array(v.string()),
  /** The day whose digest shows it. A clip with an address only stands on the day on which it was first kept. */
  day: PlainDate,
  /** The day on which it was first kept with its text, or at all while only the address is known. */
  keptDay: PlainDate,
  /** False while only the address is known. */
  filled: v.boolean(),
  /** Of its text, in base64, as `cutFingerprint` of shared/story makes it; null while only the address is known. */
  fingerprint: v.nullable(v.pipe(v.string(), v.maxLength(200), v.base64())),
  /** What clips of one story have in common; null for a clip that is alone. */
  story: v.nullable(v.string()),
  /** The one who kept it first comes first. */
  keepers: v.array(Keeper),
  /** Ids. */
  tags: v.array(v.string()),
  collections: v.array(v.string()),
  /** What the one who asks does with it, as in `Reading`. */
  state: v.nullable(ReadingState),
  starred: v.boolean(),
});
export type MirrorCard = v.InferOutput<typeof MirrorCard>;

/** What a tag or a collection is called. */
export const NamedId = v.object({ noun: v.picklist(NOUNS), id: v.string(), name: v.string() });
export type NamedId = v.InferOutput<typeof NamedId>;

/** What became of a tag or a collection. */
export const NameChange = v.object({
  noun: v.picklist(NOUNS),
  id: v.string(),
  /** What it is called; null where it is gone. */
  name: v.nullable(v.string()),
  /** The id of the one that got all its clips; null where none did. */
  became: v.nullable(v.string()),
});
export type NameChange = v.InferOutput<typeof NameChange>;

/** What the one who asks does with a clip. */
export const OwnReading = v.object({
  id: UuidV7,
  ...v.pick(MirrorCard, ['state', 'starred']).entries,
});
export type OwnReading = v.InferOutput<typeof OwnReading>;

const Epoch = filled(100);

/** The answer of `GET /api/w/:workspace/cards`: newest first. */
export const CardPage = v.object({
  cards: v.array(MirrorCard),
  /** Of their tags and collections. */
  names: v.array(NamedId),
  /** What `before` takes to go on, the place of the last of them; null at the end. */
  next: v.nullable(Natural),
  /** With the first page: what was said of sections of sites. */
  sections: v.array(SectionCategory),
  /** The library's last change when this was read. The changes since that of the first page complete all pages. */
  seq: Natural,
  /** The last time that the one who asks said what they do with clips; the changes since complete all pages. */
  read: Natural,
  /** Another one once the library was restored from a backup: nothing that was copied of it before that holds. */
  epoch: Epoch,
});
export type CardPage = v.InferOutput<typeof CardPage>;

/** The answer of `GET /api/w/:workspace/changes`: what is other than it was at `since`, in the order of the changes. */
export const Changes = v.object({
  /** As they are now, also those that are new. */
  cards: v.array(MirrorCard),
  /** Of their tags and collections, as they are now. */
  names: v.array(NamedId),
  /** What became of others, in this order, before those cards and names are taken in. */
  renamed: v.array(NameChange),
  /** What the one who asks does with clips, as far as that changed since. */
  readings: v.array(OwnReading),
  /** The ids of clips that are gone. */
  deleted: v.array(UuidV7),
  /** What was said of sections of sites since. */
  sections: v.array(SectionCategory),
  /** What `since` takes to go on. */
  seq: Natural,
  /** What `read` takes to go on. */
  read: Natural,
  /** As with the cards. */
  epoch: Epoch,
  /** The zone by which the library's days go; missing from older servers. */
  zone: v.optional(filled(64)),
  /** Whether there is more to come at once. */
  more: v.boolean(),
});
export type Changes = v.InferOutput<typeof Changes>;
