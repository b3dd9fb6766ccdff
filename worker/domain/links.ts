// Keeping an address alone, as another app shares it: its article comes once somebody reads it with Dateline.
import { linkArticle } from '../../shared/article/bare.ts';
import { readAddresses } from '../../shared/import/addresses.ts';
import type { Found } from '../../shared/import/found.ts';
import { KEEP_VERSION, type KeepAnswer, type KeepWrite } from '../../shared/schema/keep.ts';
import type { Library } from '../db/libraries.ts';
import { sha256, uuidV7 } from './ids.ts';
import { keepArticle, type Keeper, type KeepTools } from './keeps.ts';

/** What an app shares, as the Web Share Target API names it; what it does not share is ''. */
export interface Shared {
  title: string;
  text: string;
  url: string;
}

/** A page that can be kept: its address, and what it is called, or ''. */
export interface Link {
  address: URL;
  title: string;
}

const linksIn = (text: string): Link[] => {
  const found: Found[] = [];
  readAddresses(text, (entry) => {
    if ('address' in entry) found.push(entry);
  });
  return found.flatMap(({ address: written, title }) => {
    const address = URL.parse(written);
    return address && /^https?:$/.test(address.protocol) ? [{ address, title: title.trim() }] : [];
  });
};

/**
 * The page that an app means: the first http(s) address of `url`, or of `text`, which is where Android puts it, or of
 * `title`; null where there is none.
 */
export const sharedLink = ({ title, text, url }: Shared): Link | null => {
  const [told] = [url, text].flatMap(linksIn);
  if (told) return { address: told.address, title: title.trim() || told.title };
  return linksIn(title)[0] ?? null;
};

/** Keeps a link; of one that is kept already nothing changes. Throws as `keepArticle` does. */
export const keepLink = async (
  tools: KeepTools,
  library: Library,
  keeper: Keeper,
  { address, title }: Link,
): Promise<{ clip: KeepAnswer['clip']; isNew: boolean }> => {
  const now = tools.now();
  const write: KeepWrite = {
    version: KEEP_VERSION,
    capturedAt: now.toISOString(),
    article: linkArticle(address, title),
    summary: { sentences: [], terms: [] },
  };
  const id = uuidV7(now, tools.random);
  const bytes = new TextEncoder().encode(JSON.stringify(write));
  const { status, answer } = await keepArticle(
    tools,
    library,
    keeper,
    id,
    await sha256(bytes),
    write,
  );
  return { clip: answer.clip, isNew: status === 201 };
};
