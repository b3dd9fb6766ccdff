// From the tab in front to an article and its summary.
import * as v from 'valibot';
import { readArticle } from '../../../shared/article/index.ts';
import { summarise } from '../../../shared/summary/index.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { runCapture } from '../../lib/page.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { Captured } from './captured.ts';
import { looksLikePdf, type Refusal, refusalOf } from './refusal.ts';

/** What came of reading a page. */
export type PageReading =
  | { kind: 'article'; clip: ReadClip }
  /** There is nothing on the page that could be kept. */
  | { kind: 'no-article' }
  | { kind: 'refused'; refusal: Refusal }
  /** Nobody has asked for this tab: the grant is missing or has ended. */
  | { kind: 'no-access' };

const readCaptured = ({ html, url, capturedAt, cut }: Captured): PageReading => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const read = readArticle(document, url);
  if (!read) return { kind: 'no-article' };
  const article = cut ? { ...read, truncated: true } : read;
  const id = uuidV7(Date.parse(capturedAt), crypto.getRandomValues(new Uint8Array(10)));
  return { kind: 'article', clip: { id, capturedAt, article, summary: summarise(article) } };
};

/**
 * Reads the page of a tab. Sends nothing anywhere.
 * @param url the tab's address, where the browser tells it
 */
export const readPage = async (tabId: number, url: string | null): Promise<PageReading> => {
  const refusal = url === null ? null : refusalOf(url);
  if (refusal) return { kind: 'refused', refusal };
  let result: unknown;
  try {
    result = await runCapture(tabId);
  } catch {
    if (url !== null && looksLikePdf(url)) return { kind: 'refused', refusal: 'pdf' };
    return { kind: 'no-access' };
  }
  const captured = v.safeParse(Captured, result);
  // Firefox runs no script on its own pages, and reports no error either.
  if (!captured.success) return { kind: 'refused', refusal: 'browser' };
  const late = refusalOf(captured.output.url);
  if (late) return { kind: 'refused', refusal: late };
  if (captured.output.contentType === 'application/pdf') return { kind: 'refused', refusal: 'pdf' };
  return readCaptured(captured.output);
};
