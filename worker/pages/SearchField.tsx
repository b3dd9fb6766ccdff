// The field that a library is searched by. Its script completes what is typed; without it, it is a form.
import { searchTexts } from '../../shared/locales/search.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { Values } from '../../shared/search/complete.ts';

export const SearchField = ({
  workspace,
  language,
  path = `/w/${workspace}/search`,
  label = searchTexts(language).field,
  query = '',
  beside = {},
  values = {},
  withButton = false,
}: {
  workspace: string;
  language: InterfaceLanguage;
  /** The page that answers, and what the field asks for. */
  path?: string;
  label?: string;
  query?: string;
  /** What holds for the next search too: an order that was chosen, a shelf. */
  beside?: Readonly<Record<string, string>>;
  /** What operators may be asked for here, beside tags and collections. */
  values?: Values;
  withButton?: boolean;
}) => {
  const t = searchTexts(language);
  return (
    <search>
      <form
        class="search-field"
        action={path}
        data-search={JSON.stringify({ workspace, language, values })}
      >
        <input
          type="search"
          name="q"
          value={query}
          aria-label={label}
          placeholder={label}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="auto"
        />
        {Object.entries(beside).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {withButton && <button type="submit">{t.button}</button>}
      </form>
    </search>
  );
};
