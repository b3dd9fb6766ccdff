// Asks the library itself what belongs to an article: once its reader has pressed for it, and else never.
import { clip } from '../../../shared/text/clean.ts';
import {
  MAX_RELATED_TEXT,
  RelatedClips,
  type RelatedQuestion,
} from '../../../shared/schema/related.ts';
import { request } from '../../lib/api.ts';
import type { Connection } from '../../lib/storage.ts';
import type { Found, Question } from './relate.ts';

/** The best first; null where the library did not answer. */
export const askForMore = async (
  { page, asking, listed }: Question,
  { server, workspace, token }: Connection,
): Promise<Found[] | null> => {
  const { title, text, terms = [], language, site, section, category, day } = asking;
  const without = [...new Set([page.canonicalUrl, page.url, ...listed])];
  const question: RelatedQuestion = {
    title,
    language,
    site,
    category,
    day,
    without,
    text: clip(text, MAX_RELATED_TEXT),
    terms: [...terms],
    section: [...section],
    story: null,
  };
  const answer = await request({
    server,
    path: `/api/w/${encodeURIComponent(workspace)}/related`,
    method: 'POST',
    body: JSON.stringify(question),
    token,
    Schema: RelatedClips,
  });
  if (answer.kind !== 'ok') return null;
  return answer.value.related.map(
    ({ id, url, title: found, site: from, language: tag, day: on, reasons }) => {
      const item = { id, url, title: found, site: from, language: tag, day: on, reasons };
      return Object.assign(item, { filled: true, isCopy: false });
    },
  );
};
