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
}

export const NamesPage = ({ setting, noun, names, next, isFirst }: Props) => {
  const { workspace, language } = setting;
  const { names: t } = libraryTexts(language);
  const title = noun === 'tag' ? t.tags : t.collections;
  const here = namesAddress(workspace, noun);
  return (
    <Layout {...{ language, workspace, title }} here="library">
      <main id="content" class="library">
        <h1>{title}</h1>
        {names.length === 0 && isFirst && <p>{noun === 'tag' ? t.noTags : t.noCollections}</p>}
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
