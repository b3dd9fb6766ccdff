// What of a library is related to an article: candidates by one full-text statement, ranked by shared/related.
import type { RelatedReads, StoredCandidate } from '../db/related.ts';
import type { Library } from '../db/libraries.ts';
import { type Asking, rankAmong, type Without } from '../../shared/related/rank.ts';
import { searchWords } from '../../shared/related/search.ts';
import { termVector } from '../../shared/related/vector.ts';
import type { RelatedClip, RelatedQuestion } from '../../shared/schema/related.ts';
import { bytesOf } from './bytes.ts';
import { areCopies, fingerprint } from '../../shared/story/fingerprint.ts';
import { Refusal } from './refusal.ts';

type Where = Pick<Library, 'workspace' | 'number'>;

/** How many are answered. */
export const SHOWN = 10;
/** As many again may be the article's own text from elsewhere. */
const LOOKED_AT = 2 * SHOWN;

export const shown = (
  { id, url, title, site, language, day }: Omit<StoredCandidate, 'vector' | 'fingerprint'>,
  reasons: RelatedClip['reasons'],
): RelatedClip => ({ id, url, title, site, language, day, reasons });

/** The candidates in their order, the nearest first. */
const ranked = (
  candidates: readonly StoredCandidate[],
  asking: Asking & { vector: Uint8Array },
  without: Without,
) => {
  const rank = rankAmong(
    candidates.map((clip) => Object.assign(clip, { vector: bytesOf(clip.vector) })),
  );
  return rank(asking, without);
};

/** What of a library is related to an article that may be in none, the nearest first; its own text is not. */
export const relatedToArticle = async (
  related: RelatedReads,
  library: Where,
  { without, ...told }: RelatedQuestion,
): Promise<RelatedClip[]> => {
  const vector = termVector(told);
  const candidates = await related.toWords(library, searchWords(vector));
  const own = fingerprint(told);
  return ranked(candidates, { ...told, vector }, { addresses: new Set(without) })
    .take(LOOKED_AT)
    .filter(({ item }) => !areCopies(own, bytesOf(item.fingerprint)))
    .take(SHOWN)
    .map(({ item, reasons }) => shown(item, [...reasons]))
    .toArray();
};

/**
 * What is related to a clip, the nearest first, without itself; of its own story only where `withStory`. Throws
 * 'not-found' where there is no such clip.
 */
export const relatedToClip = async (
  related: RelatedReads,
  library: Where,
  id: string,
  { withStory }: { withStory: boolean },
): Promise<RelatedClip[]> => {
  const { asking, candidates } = await related.toClip(library, id);
  if (!asking) throw new Refusal('not-found');
  const { standfirst, vector, terms, ...told } = asking;
  if (vector === null) return [];
  const ids = candidates
    .filter(
      (clip) => clip.id === id || (!withStory && told.story !== null && clip.story === told.story),
    )
    .map((clip) => clip.id);
  return ranked(
    candidates,
    { ...told, text: standfirst ?? '', terms: terms ?? [], vector: bytesOf(vector) },
    { ids: new Set(ids) },
  )
    .take(SHOWN)
    .map(({ item, reasons }) => shown(item, [...reasons]))
    .toArray();
};
