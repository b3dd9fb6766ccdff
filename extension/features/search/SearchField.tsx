// A field that takes the language of searching, and completes what is typed (the combobox pattern of the ARIA Authoring
// Practices, with a list of options).
import { useRef, useState } from 'preact/hooks';
import { searchTexts } from '../../../shared/locales/search.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { complete, type Completion, type Values } from '../../../shared/search/complete.ts';

interface SearchFieldProps {
  /** Unlike that of other fields of the page. */
  id: string;
  label: string;
  query: string;
  /** What may be asked for, asked for itself at each letter. */
  valuesOf: () => Values;
  language: InterfaceLanguage;
  onQuery: (query: string) => void;
  /** Escape in a field that offers nothing; without it the browser empties the field. */
  onLeave?: () => void;
}

export const SearchField = (props: SearchFieldProps) => {
  const { id, label, query, valuesOf, language, onQuery, onLeave } = props;
  const field = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(-1);

  const offer = (completions: readonly Completion[]): void => {
    setOffered(completions);
    setActive(-1);
  };

  const look = (): void => {
    const input = field.current;
    if (input)
      offer(
        complete(input.value, input.selectionStart ?? input.value.length, valuesOf(), language),
      );
  };

  const take = (completion: Completion): void => {
    const input = field.current;
    if (!input) return;
    input.value = completion.text;
    input.setSelectionRange(completion.cursor, completion.cursor);
    onQuery(completion.text);
    // A name of an operator asks for its value next.
    if (completion.label.endsWith(':')) look();
    else offer([]);
  };

  const move = (step: 1 | -1): void => {
    const count = offered.length;
    if (count === 0) look();
    // Between the last and the first stands the field itself.
    else setActive(((active + 1 + step + count + 1) % (count + 1)) - 1);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const picked = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && picked) take(picked);
    else if (event.key === 'Escape' && offered.length > 0) offer([]);
    else if (event.key === 'Escape' && onLeave) onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <search class="search-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        enterkeyhint="search"
        role="combobox"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={query}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded={offered.length > 0}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onInput={({ currentTarget }) => {
          onQuery(currentTarget.value);
          look();
        }}
        onBlur={() => offer([])}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- no select can be typed into; the field has the keys */}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={searchTexts(language).completions}
        class="completions"
        hidden={offered.length === 0}
      >
        {offered.map((completion, at) => (
          <div
            key={completion.label}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            dir="auto"
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              take(completion);
            }}
          >
            {completion.label}
          </div>
        ))}
      </div>
      {/* oxlint-enable */}
    </search>
  );
};
