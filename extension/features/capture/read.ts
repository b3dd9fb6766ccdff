// From the tab in front to an article and its summary.
import * as v from 'valibot';
import type { ReadClip } from '../../lib/clip.ts';
import { askForCapture } from '../../lib/messages.ts';
import { runCapture } from '../../lib/page.ts';
import { loadReading } from '../../lib/reading.ts';
import { isOwnAddress } from '../../lib/sender.ts';
import { uuidV7 } from '../../../shared/schema/uuid.ts';
import { Captured } from './captured.ts';
import { linkClip } from './link.ts';
import { looksLikePdf, type Refusal, refusalOf, refusalOfError, refusalUnsaid } from './refusal.ts';

/** What came of reading a page. */
export type PageReading =
  /** `selected`: text was selected in the page then. */
  | { kind: 'article'; clip: ReadClip; selected?: boolean }
  /** It can be kept as a link. `doubted`: what was read all the same, where that is anything. */
  | { kind: 'no-article'; link: ReadClip | null; doubted: ReadClip | null }
  | { kind: 'refused'; refusal: Refusal; link: ReadClip | null }
  /** Nobody has asked for this tab: the grant is missing or has ended. */
  | { kind: 'no-access' };

const readCaptured = async (captured: Captured): Promise<PageReading> => {
  const { html, url, capturedAt, cut, selected } = captured;
  const { categoriseArticle, readLeadLook, readWithExtraction, summarise } = await loadReading();
  const document = new DOMParser().parseFromString(html, 'text/html');
  // Before the reader takes the document apart.
  const { title } = document;
  const lead = readLeadLook(document);
  const found = readWithExtraction(document, url, capturedAt);
  const read = found?.article;
  // A headline alone is a page's name, not an article.
  if (!found || !read || read.blocks.length === 0)
    return {
      kind: 'no-article',
      link: linkClip(url, read?.title ?? title, capturedAt),
      doubted: null,
    };
  const { extraction, isArticle } = found;
  const article = cut ? { ...read, truncated: true } : read;
  performance.mark('read');
  const id = uuidV7(Date.parse(capturedAt), crypto.getRandomValues(new Uint8Array(10)));
  const summary = summarise(article);
  performance.mark('summarised');
  const told = categoriseArticle(article);
  const clip = { id, capturedAt, article, summary, told, lead, extraction };
  return isArticle
    ? { kind: 'article', clip, selected }
    : {
        kind: 'no-article',
        link: linkClip(url, title || article.title, capturedAt),
        doubted: clip,
      };
};

// Where no script may run, the address is all that is known of a page.
const refused = (refusal: Refusal, url: string | null): PageReading => ({
  kind: 'refused',
  refusal,
  link: refusal === 'pdf' && url !== null ? linkClip(url, '', new Date().toISOString()) : null,
});

const withoutAccess = (error: unknown, { url, asked }: Wanted): PageReading => {
  const refusal = error instanceof Error ? refusalOfError(error.message) : null;
  if (refusal) return refused(refusal, url);
  if (url !== null && looksLikePdf(url)) return refused('pdf', url);
  // Asked for and still refused: it is none of the pages that can be read.
  return asked ? refused(refusalUnsaid(url), url) : { kind: 'no-access' };
};

export interface Wanted {
  tabId: number;
  /** The tab's address, where the browser tells it. */
  url: string | null;
  /** True right after the gesture that asks for this tab. */
  asked: boolean;
}

/** Reads the page of a tab. Sends nothing anywhere. */
export const readPage = async (wanted: Wanted): Promise<PageReading> => {
  const { url: address } = wanted;
  if (address !== null && isOwnAddress(address)) return refused('own', address);
  const refusal = address === null ? null : refusalOf(address);
  if (refusal) return refused(refusal, address);
  let result: unknown;
  try {
    result =
      (wanted.asked ? await askForCapture(wanted.tabId) : null) ?? (await runCapture(wanted.tabId));
  } catch (error) {
    return withoutAccess(error, wanted);
  }
  performance.mark('captured');
  const captured = v.safeParse(Captured, result);
  // Firefox runs no script on its own pages, and reports no error either.
  if (!captured.success) return refused(refusalUnsaid(wanted.url), wanted.url);
  const { url, contentType } = captured.output;
  const late = refusalOf(url);
  if (late) return refused(late, url);
  if (contentType === 'application/pdf') return refused('pdf', url);
  return readCaptured(captured.output);
};
