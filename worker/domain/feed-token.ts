// The token in a feed's address: who has it may read.
import type { Library } from '../db/libraries.ts';
import type { SavedFeed } from '../db/saved-searches.ts';
import { MEDIA_TOPICS, type MediaTopicId } from '../../shared/schema/media-topic.ts';
import { type Noun, NOUNS } from '../../shared/schema/named.ts';
import { open, seal } from './seal.ts';

type Numbered = Pick<Library, 'number' | 'feed_rotation'>;

/** What a token names: a library, and how often its feeds' addresses were made void. */
export interface FeedToken {
  number: number;
  rotation: number;
}

const viewOf = (head: Uint8Array): DataView => new DataView(head.buffer);

const HEAD_BYTES = 8;

const headOf = ({ number, feed_rotation: rotation }: Numbered, more: Uint8Array): Uint8Array => {
  const head = new Uint8Array(HEAD_BYTES + more.length);
  viewOf(head).setUint32(0, number);
  viewOf(head).setUint32(4, rotation);
  head.set(more, HEAD_BYTES);
  return head;
};

const readHead = (head: Uint8Array): FeedToken => ({
  number: viewOf(head).getUint32(0),
  rotation: viewOf(head).getUint32(4),
});

/** The token of a library's feeds: its number and its rotation, by which it is made void. */
export const feedToken = (serverSecret: string, library: Numbered): Promise<string> =>
  seal(serverSecret, 'dateline daily feed', headOf(library, new Uint8Array()));

/** Library number and rotation of a token that we made, or null. */
export const readFeedToken = async (
  serverSecret: string,
  token: string,
): Promise<FeedToken | null> => {
  const head = await open(serverSecret, 'dateline daily feed', token);
  return head && readHead(head);
};

/** A part of a library that has a feed of its own: the clips of a category, of a tag, of a collection. */
export type FeedPart = { kind: 'category'; id: MediaTopicId } | { kind: Noun; id: string };

/** The token of a part's feed; void with those of its library. */
export const partFeedToken = (
  serverSecret: string,
  library: Numbered,
  { kind, id }: FeedPart,
): Promise<string> =>
  seal(serverSecret, `dateline ${kind} feed`, headOf(library, new TextEncoder().encode(id)));

/** Library and part of a token that we made, or null. */
export const readPartFeedToken = async (
  serverSecret: string,
  token: string,
): Promise<(FeedToken & { part: FeedPart }) | null> => {
  for (const kind of ['category', ...NOUNS] as const) {
    const head = await open(serverSecret, `dateline ${kind} feed`, token);
    if (!head) continue;
    const id = new TextDecoder().decode(head.slice(HEAD_BYTES));
    if (kind !== 'category') return { ...readHead(head), part: { kind, id } };
    const topic = MEDIA_TOPICS.find((one) => one === id);
    return topic ? { ...readHead(head), part: { kind, id: topic } } : null;
  }
  return null;
};

const SEARCH_BYTES = 20;

/** The token of a saved search's feed: void with those of its library, and by a rotation of its own. */
export const searchFeedToken = (
  serverSecret: string,
  library: Numbered,
  { id, rotation }: { id: string; rotation: number },
): Promise<string> => {
  const more = new Uint8Array(SEARCH_BYTES);
  viewOf(more).setUint32(0, rotation);
  more.set(Uint8Array.fromHex(id.replaceAll('-', '')), 4);
  return seal(serverSecret, 'dateline saved search feed', headOf(library, more));
};

/** What a token of a saved search that we made names, or null. */
export const readSearchFeedToken = async (
  serverSecret: string,
  token: string,
): Promise<SavedFeed | null> => {
  const head = await open(serverSecret, 'dateline saved search feed', token);
  if (!head) return null;
  const id = head.slice(HEAD_BYTES + 4).toHex();
  return {
    ...readHead(head),
    searchRotation: viewOf(head).getUint32(HEAD_BYTES),
    search: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  };
};
