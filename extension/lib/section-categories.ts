// What was said of the sections of sites, as far as this browser knows: by its reader, and by others of the library.
import { sectionPlace } from '../../shared/category/section-place.ts';
import type { Article } from '../../shared/schema/article.ts';
import type {
  ChosenCategory,
  SectionCategory,
  SectionPlace,
} from '../../shared/schema/section-category.ts';
import type { Destination } from './operation.ts';
import { type RememberedCategory, sectionCategoriesSetting } from './storage.ts';

/** So many are remembered; the one that was said first is forgotten first. */
const MAX_SECTIONS = 1_000;

type Library = Pick<Destination, 'server' | 'workspace'> | null;
type Placed = Pick<Article, 'canonicalUrl' | 'section'>;

// Without a library what is said is this browser's own.
const keyOf = (library: Library): string =>
  library ? `${library.server}/w/${library.workspace}` : '';

const isOf =
  (library: Library, { site, section }: SectionPlace) =>
  (one: RememberedCategory): boolean =>
    one.library === keyOf(library) && one.site === site && one.section === section;

const find = async (article: Placed, library: Library): Promise<RememberedCategory | null> => {
  const place = sectionPlace(article);
  if (!place) return null;
  // An article is shown and kept all the same where nothing can be remembered.
  const all = await sectionCategoriesSetting.get().catch(() => []);
  return all.find(isOf(library, place)) ?? null;
};

/** What was said of the section that an article stands in; 'auto' where nothing was. */
export const saidOfSection = async (article: Placed, library: Library): Promise<ChosenCategory> => {
  const found = await find(article, library);
  return found ? found.category : 'auto';
};

/** What was said of that section and no write has told the library yet; undefined where that is nothing. */
export const untoldOfSection = async (
  article: Placed,
  library: Library,
): Promise<ChosenCategory | undefined> => {
  const found = await find(article, library);
  return found && !found.isTold ? found.category : undefined;
};

const change = (
  to: (all: readonly RememberedCategory[]) => readonly RememberedCategory[],
): Promise<void> =>
  navigator.locks.request('section-categories', async () => {
    await sectionCategoriesSetting.set([...to(await sectionCategoriesSetting.get())]);
  });

/**
 * Remembers what was said of sections. `isTold`: the library itself says so; what the reader has said since, and
 * no write has told it yet, stays.
 */
export const rememberSectionCategory = (
  said: readonly SectionCategory[],
  library: Library,
  isTold: boolean,
): Promise<void> =>
  change((all) => {
    const news = said.filter(
      (one) => !isTold || !all.some((known) => isOf(library, one)(known) && !known.isTold),
    );
    const others = all.filter((known) => !news.some((one) => isOf(library, one)(known)));
    const of = keyOf(library);
    const entries = news.map(({ site, section, category }): RememberedCategory => {
      return { site, section, category, library: of, isTold };
    });
    return [...others, ...entries].slice(-MAX_SECTIONS);
  });

/** A write that says it of an article's section is on its way, and comes there. */
export const markTold = (
  article: Placed,
  category: ChosenCategory,
  library: Library,
): Promise<void> =>
  change((all) => {
    const place = sectionPlace(article);
    return all.map((one) =>
      place && isOf(library, place)(one) && one.category === category
        ? { ...one, isTold: true }
        : one,
    );
  });

/** What was said before there was a library goes to the first one, as the clips do that wait for it. */
export const adoptSectionCategories = (library: Library): Promise<void> =>
  change((all) => {
    const ours = all.filter((one) => one.library === '');
    const others = all.filter(
      (one) => one.library !== '' && !ours.some((own) => isOf(library, own)(one)),
    );
    const of = keyOf(library);
    const adopted = ours.map(({ site, section, category, isTold }): RememberedCategory => {
      return { site, section, category, library: of, isTold };
    });
    return [...others, ...adopted];
  });
