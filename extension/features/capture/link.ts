// A page that can only be kept as a link: by its address and the title that it has.
import { linkArticle } from '../../../shared/article/bare.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { uuidV7 } from '../../../shared/schema/uuid.ts';

/**
 * The clip of a link: an article without a body, which the library fills in when it is read.
 *
 * @param title What the page calls itself; may be empty.
 * @param capturedAt RFC 3339, by this machine's clock.
 * @returns null where the address is none that one could come back to.
 */
export const linkClip = (url: string, title: string, capturedAt: string): ReadClip | null => {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  return {
    id: uuidV7(Date.parse(capturedAt), crypto.getRandomValues(new Uint8Array(10))),
    capturedAt,
    article: linkArticle(address, title),
    summary: { sentences: [], terms: [] },
  };
};
