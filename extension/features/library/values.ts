// What a list can be asked for: the names that its clips have, those of most clips first.
import { texts } from '../../../shared/locales/index.ts';
import { MediaTopicId } from '../../../shared/schema/media-topic.ts';
import * as v from 'valibot';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Values } from '../../../shared/search/complete.ts';
import type { KnownNames } from '../../../shared/search/match.ts';
import { meName } from '../../../shared/search/operators.ts';
import type { Listed } from './listed.ts';

/** What a list has of everything, by how often. */
export interface ListNames extends KnownNames {
  values: Values;
}

const byCount = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);

/** Counts what there is in a list. */
export const namesIn = (listed: readonly Listed[], language: InterfaceLanguage): ListNames => {
  const counts = {
    site: new Map<string, number>(),
    section: new Map<string, number>(),
    category: new Map<string, number>(),
    tag: new Map<string, number>(),
    in: new Map<string, number>(),
    by: new Map<string, number>(),
    lang: new Map<string, number>(),
  };
  const count = (kind: keyof typeof counts, name: string | null | undefined): void => {
    if (name) counts[kind].set(name, (counts[kind].get(name) ?? 0) + 1);
  };
  for (const clip of listed) {
    count('site', clip.site);
    count('lang', clip.language?.toLowerCase().split(/[-_]/u)[0]);
    count('category', clip.category);
    for (const section of clip.section) count('section', section);
    for (const tag of clip.tags) count('tag', tag);
    for (const collection of clip.collections) count('in', collection);
    for (const author of clip.authors) count('by', author);
  }
  const { categories } = texts(language).pages;
  const [tag, within] = [byCount(counts.tag), byCount(counts.in)];
  return {
    tags: tag,
    collections: within,
    values: {
      site: byCount(counts.site),
      section: byCount(counts.section),
      category: byCount(counts.category).flatMap((id) =>
        v.is(MediaTopicId, id) ? [categories[id]] : [],
      ),
      tag,
      in: within,
      by: [meName(language), ...byCount(counts.by)],
      lang: byCount(counts.lang),
    },
  };
};
