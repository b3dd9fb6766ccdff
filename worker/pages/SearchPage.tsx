// What was searched for in a library, and what was found.
import { importTexts } from '../../shared/locales/imports.ts';
import { searchTexts } from '../../shared/locales/search.ts';
import type { SavedSearch } from '../../shared/schema/saved-search.ts';
import type { SearchAnswer, SearchHit } from '../../shared/schema/search.ts';
import { type Part, parseQuery, writePart } from '../../shared/search/query.ts';
import { Sections } from '../../shared/ui/Sections.tsx';
import { MarkedText } from '../../shared/ui/MarkedText.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { AskedFilters, Facets, Orders, valuesOf } from './Facets.tsx';
import { Layout } from './Layout.tsx';
import { searchAddress, type Searched, without } from './search-links.ts';
import { SavedNames, SaveSearch } from './SavedSearches.tsx';
import { SearchField } from './SearchField.tsx';
import { besideOf, type View, Views } from './Views.tsx';

const Hit = ({ hit, setting, view }: { hit: SearchHit; setting: Setting; view: View }) => {
  const { language, workspace } = setting;
  const { keptOn, addressOnly } = importTexts(language);
  const own = `/w/${workspace}/clip/${hit.id}`;
  const first = hit.summary[0];
  return (
    <li>
      <h2 {...foreign(hit)}>
        <a href={own}>
          <MarkedText text={hit.title} marks={hit.titleMarks} />
        </a>
      </h2>
      {view === 'cards' && (hit.extract || first) && (
        <p class="extract" {...foreign(hit)}>
          {hit.extract ? <MarkedText {...hit.extract} /> : first}
        </p>
      )}
      <p class="meta">
        <b {...foreign(hit)}>{siteOf(hit)}</b>
        {hit.section.length > 0 && (
          <span class="sections" {...foreign(hit)}>
            <Sections names={hit.section} />
          </span>
        )}
        {hit.filled ? (
          <span>{searchTexts(language).published(plainDay(hit.day, language))}</span>
        ) : (
          <span>{addressOnly}</span>
        )}
        <span>{keptOn(plainDay(hit.keptDay, language))}</span>
        {hit.tags.map((tag) => (
          <span class="tag" dir="auto">
            {tag}
          </span>
        ))}
      </p>
    </li>
  );
};

/** Searches that ask for less: without one of the parts, or with words that need not stand in a row. */
const Loosened = ({ searched }: { searched: Searched }) => {
  const t = searchTexts(searched.language);
  const { query, language } = searched;
  const loose = query.map((part): Part =>
    part.kind === 'phrase' ? { ...part, kind: 'word' } : part,
  );
  const isRow = query.some(({ kind, not }) => kind === 'phrase' && !not);
  const parted = parseQuery(loose.map((part) => writePart(part, language)).join(' '), '2000-01-01');
  return (
    <>
      {(query.length > 1 || isRow) && <p>{t.loosen}</p>}
      <ul>
        {isRow && (
          <li>
            <a class="way" href={searchAddress({ ...searched, query: parted })}>
              {t.unquoted}
            </a>
          </li>
        )}
        {query.length > 1 &&
          query.map((part) => (
            <li>
              <a class="way" href={searchAddress({ ...searched, query: without(query, part) })}>
                {t.without(writePart(part, language))}
              </a>
            </li>
          ))}
      </ul>
      <p>{t.spelling}</p>
    </>
  );
};

const Help = ({ searched }: { searched: Searched }) => {
  const t = searchTexts(searched.language);
  return (
    <section class="asking">
      <h2>{t.help}</h2>
      <dl>
        {t.examples.map(({ ask, means }) => (
          <>
            <dt>
              <code>{ask}</code>
            </dt>
            <dd>{means}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};

const Found = ({
  answer,
  searched,
  setting,
  isFirst,
  view,
}: Pick<SearchPageProps, 'answer' | 'searched' | 'setting' | 'isFirst' | 'view'>) => {
  const { language } = setting;
  const addressOf = (as: View): string => {
    const { beside: _, ...rest } = searched;
    return searchAddress(as === 'cards' ? rest : { ...rest, beside: besideOf(as) });
  };
  const t = searchTexts(setting.language);
  const { hits, matches, isAtLeast, facets, next } = answer;
  return (
    <>
      <div class="found-head">
        {matches !== null && <p>{isAtLeast ? t.atLeast(matches) : t.matches(matches)}</p>}
        <Orders searched={searched} sort={answer.sort} />
        <Views {...{ language, view, addressOf }} />
      </div>
      <div class="grid">
        <div>
          <ol class={view === 'list' ? 'dense hits lines' : 'dense hits'} data-endless>
            {hits.map((hit) => (
              <Hit {...{ hit, setting, view }} />
            ))}
          </ol>
          {hits.length === 0 && <p>{next === null ? t.noFurther : t.noneHere}</p>}
          {(next !== null || !isFirst) && (
            <nav class="pages" aria-label={t.title}>
              {isFirst ? (
                <span />
              ) : (
                <a class="way" href={searchAddress(searched)}>
                  {t.first}
                </a>
              )}
              {next !== null && (
                <a class="way" rel="next" href={searchAddress(searched, next)}>
                  {t.next}
                </a>
              )}
            </nav>
          )}
        </div>
        {facets && <Facets {...{ facets, searched, isAtLeast }} />}
      </div>
    </>
  );
};

interface SearchPageProps {
  setting: Setting;
  searched: Searched;
  answer: SearchAnswer;
  /** Whether it begins with the first match. */
  isFirst: boolean;
  view: View;
  /** What the person saved, and which of these this search is. */
  searches: readonly SavedSearch[];
  saved: SavedSearch | null;
}

export const SearchPage = ({
  setting,
  searched,
  answer,
  isFirst,
  view,
  searches,
  saved,
}: SearchPageProps) => {
  const { language, workspace } = setting;
  const t = searchTexts(language);
  const isAsked = searched.query.length > 0;
  return (
    <Layout
      {...{ language, workspace }}
      here="search"
      title={isAsked ? t.titleOf(answer.query) : t.title}
    >
      <main id="content" class="search">
        <h1>{t.title}</h1>
        <SearchField
          {...{ workspace, language }}
          query={answer.query}
          beside={{ ...searched.beside, ...(searched.sort && { sort: searched.sort }) }}
          values={valuesOf(answer.facets, language)}
          withButton
        />
        <AskedFilters searched={searched} />
        {isAsked && <SaveSearch {...{ workspace, language, saved }} query={answer.query} />}
        {!isAsked && <SavedNames {...{ workspace, language, searches }} />}
        {!isAsked && <Help searched={searched} />}
        {isAsked && answer.hits.length === 0 && isFirst ? (
          <div class="nothing">
            <h2>{t.nothing}</h2>
            {answer.isAtLeast && <p>{t.unlooked}</p>}
            {answer.next !== null && (
              <p>
                <a class="way" rel="next" href={searchAddress(searched, answer.next)}>
                  {t.older}
                </a>
              </p>
            )}
            <Loosened searched={searched} />
          </div>
        ) : (
          isAsked && <Found {...{ answer, searched, setting, isFirst, view }} />
        )}
      </main>
    </Layout>
  );
};
