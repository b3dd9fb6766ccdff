// All tags or all collections of a library.
import { libraryTexts } from '../../shared/locales/library.ts';
import { COUNTED_IN_LIST, type Named, type Noun } from '../../shared/schema/named.ts';
import type { Setting } from './Clip.tsx';
import { Layout } from './Layout.tsx';

/** The address of a name's page. */
export const nameAddress = (workspace: string, noun: Noun, name: string): string =>
  `/w/${workspace}/${noun}/${encodeURIComponent(name)}`;

/** The address of all of its kind. */
export const namesAddress = (workspace: string, noun: Noun): string => `/w/${workspace}/${noun}s`;

interface Props {
  setting: Setting;
  noun: Noun;
  names: readonly Named[];
  /** Where the list goes on; null at its end. */
  next: string | null;
  isFirst: boolean;
  /** What the names that are shown have in them; empty where all are shown. */
  find: string;
}

/** Fewer than so many are seen at once. */
const FEW = 20;

/** A form that shows the names alone that have something in them. */
const Find = ({
  setting: { workspace, language },
  noun,
  find,
}: Pick<Props, 'setting' | 'noun' | 'find'>) => {
  const { names: t } = libraryTexts(language);
  return (
    <form class="find" action={namesAddress(workspace, noun)}>
      <input
        type="search"
        name="find"
        value={find}
        aria-label={t.find[noun]}
        placeholder={t.find[noun]}
        autocomplete="off"
        dir="auto"
      />
      <button class="quiet">{t.show}</button>
      {find !== '' && (
        <a class="way" href={namesAddress(workspace, noun)}>
          {t.showAll}
        </a>
      )}
    </form>
  );
};

export const NamesPage = ({ setting, noun, names, next, isFirst, find }: Props) => {
  const { workspace, language } = setting;
  const { names: t } = libraryTexts(language);
  const title = noun === 'tag' ? t.tags : t.collections;
  const here = namesAddress(workspace, noun);
  return (
    <Layout {...{ language, workspace, title }} here="library">
      <main id="content" class="library">
        <h1>{title}</h1>
        {(names.length > FEW || find !== '') && <Find {...{ setting, noun, find }} />}
        {names.length === 0 && isFirst && (
          <p>{find !== '' ? t.noneFound : noun === 'tag' ? t.noTags : t.noCollections}</p>
        )}
        <ul class="names">
          {names.map(({ name, description, clips }) => (
            <li>
              <a href={nameAddress(workspace, noun, name)} dir="auto">
                {name}
              </a>
              <span>{t.clips(clips, COUNTED_IN_LIST)}</span>
              {description && <p dir="auto">{description}</p>}
            </li>
          ))}
        </ul>
        {(next !== null || !isFirst) && (
          <nav class="pages" aria-label={title}>
            {isFirst ? (
              <span />
            ) : (
              <a class="way" href={here}>
                {t.firstNames}
              </a>
            )}
            {next !== null && (
              <a class="way" rel="next" href={`${here}?after=${encodeURIComponent(next)}`}>
                {t.further}
              </a>
            )}
          </nav>
        )}
      </main>
    </Layout>
  );
};
