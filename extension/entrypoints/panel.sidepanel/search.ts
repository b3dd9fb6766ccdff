// Searches what waits and the library's copy from the panel. Loaded when it is first asked for.
import { markTitle } from '../../../shared/search/extract.ts';
import { parseQuery, type Query } from '../../../shared/search/query.ts';
import { rankMatches } from '../../../shared/search/rank.ts';
import { wantedTerms } from '../../../shared/search/terms.ts';
import type { Listed } from '../../features/library/listed.ts';
import { readList } from '../../features/library/read.ts';
import { createSearcher, type Search } from '../../features/library/search.ts';
import { type ListNames, namesIn } from '../../features/library/values.ts';
import type { Hit, Searching } from '../../features/search/SearchDialog.tsx';
import { dayOf } from '../../lib/days.ts';
import { highlightedUrls } from '../../lib/highlights.ts';
import { destinationOf } from '../../lib/operation.ts';
import { readOutbox } from '../../lib/outbox.ts';
import { type Connection, connectionSetting } from '../../lib/storage.ts';
import type { Model } from './model.ts';

/** As many as one looks through before one asks for less. */
const HITS = 20;

export interface PanelSearch {
  open: () => Promise<void>;
  query: (query: string) => void;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? url;

const hrefOf = ({ id, url, clip, isLink, operation }: Listed, at: string | null): string => {
  if (isLink) return url;
  return operation === null && at !== null ? `${at}/clip/${clip}` : `/library.html#clip=${id}`;
};

const hitOf = (found: Listed, query: Query, at: string | null): Hit => ({
  id: found.id,
  title: markTitle(found.title, wantedTerms(query)),
  href: hrefOf(found, at),
  site: found.site ?? hostOf(found.url),
  language: found.language,
  day: found.day,
  waits: found.operation !== null,
});

const pagesOf = ({ server, workspace }: Connection): string =>
  `${server}/w/${encodeURIComponent(workspace)}`;

/** The best of what was found: those that have the words in their titles as they are written before others. */
const bestOf = (found: readonly Listed[], query: Query): readonly Listed[] => {
  const matches = found.map((clip) => ({
    title: clip.title,
    standfirst: clip.sentence,
    isExact: false,
    clip,
  }));
  return rankMatches(matches, wantedTerms(query))
    .slice(0, HITS)
    .map(({ clip }) => clip);
};

export const createPanelSearch = (model: Model): PanelSearch => {
  let listed: readonly Listed[] = [];
  let names: ListNames | null = null;
  let asked: Query = [];
  let text = '';
  let at: string | null = null;

  const show = (change: Partial<Searching>): void => {
    const { search } = model.state;
    if (search) model.update({ search: { ...search, ...change } });
  };

  const take = (search: Search | null): void => {
    const found = search ? listed.filter(({ id }) => search.found.has(id)) : [];
    show({
      hits: bestOf(found, asked).map((clip) => hitOf(clip, asked, at)),
      found: search ? found.length : null,
      isDone: search?.isDone ?? true,
    });
  };

  const searcher = createSearcher(take);

  const look = (): void => {
    const { language, zone } = model.state;
    names ??= namesIn(listed, language);
    asked = parseQuery(text, dayOf(new Date(), zone));
    void searcher.search(asked, names, listed);
  };

  const linksTo = (query: string) => ({
    list: `/library.html#${new URLSearchParams({ shelf: 'all', q: query })}`,
    library: at === null ? null : `${at}/search?${new URLSearchParams({ q: query })}`,
  });

  const query = (written: string): void => {
    text = written;
    show({ query: written, ...linksTo(written) });
    look();
  };

  return {
    query,
    open: async () => {
      const connection = await connectionSetting.get();
      at = connection && pagesOf(connection);
      text = '';
      const start = { query: '', hits: [], found: null, isDone: true, values: {} };
      model.update({ search: { ...start, ...linksTo('') } });
      const { zone, language } = model.state;
      const [operations, highlighted] = await Promise.all([readOutbox(), highlightedUrls()]);
      await readList(
        operations,
        connection && destinationOf(connection),
        { zone, account: connection?.account ?? null, highlighted },
        dayOf(new Date(), zone),
        (read) => {
          if (!read.isWhole) return;
          ({ listed } = read);
          names = namesIn(listed, language);
          show({ values: names.values });
          // What was typed meanwhile.
          look();
        },
      );
    },
  };
};
