// The field that a library is searched by. Its script completes what is typed; without it, it is a form.
import { searchTexts } from '../../shared/locales/search.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { Values } from '../../shared/search/complete.ts';

export const SearchField = ({
  workspace,
  language,
  query = '',
  sort,
  values = {},
  withButton = false,
}: {
  workspace: string;
  language: InterfaceLanguage;
  query?: string;
  /** An order that was chosen, which holds for the next search too. */
  sort?: string | undefined;
  /** What operators may be asked for here, beside tags and collections. */
  values?: Values;
  withButton?: boolean;
}) => {
  const t = searchTexts(language);
  return (
    <search>
      <form
        class="search-field"
        action={`/w/${workspace}/search`}
        data-search={JSON.stringify({ workspace, language, values })}
      >
        <input
          type="search"
          name="q"
          value={query}
          aria-label={t.field}
          placeholder={t.field}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="auto"
        />
        {sort && <input type="hidden" name="sort" value={sort} />}
        {withButton && <button type="submit">{t.button}</button>}
      </form>
    </search>
  );
};
