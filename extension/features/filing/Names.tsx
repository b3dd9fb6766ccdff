// Names that are chosen, and a field to choose more: of those that there are, or new ones (the combobox pattern
// of the ARIA Authoring Practices, with a list that filters).
import { useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import { foldName } from '../../../shared/text/name.ts';
import { suggest } from './suggest.ts';
import { namesIn } from './typed.ts';

interface NamesProps {
  /** Unlike that of other fields of the form. */
  id: string;
  label: string;
  chosen: readonly string[];
  /** The names that there are. */
  known: readonly string[];
  max: number;
  texts: Texts;
  onChange: (chosen: readonly string[]) => void;
}

export const Names = ({
  id,
  label,
  chosen,
  known,
  max,
  texts: { filing },
  onChange,
}: NamesProps) => {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  // By its name: while one chooses, more names may come, and stand before it.
  const [marked, setMarked] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const offered = isOpen ? suggest(known, chosen, typed) : [];
  const active = marked === null ? -1 : offered.indexOf(marked);

  const close = (): void => {
    setOpen(false);
    setMarked(null);
  };

  const add = (names: readonly string[]): void => {
    const all = [...chosen];
    for (const name of names) {
      const isSame = (one: string): boolean => foldName(one) === foldName(name);
      // One that is there already is written as it was.
      if (all.length < max && !all.some(isSame)) all.push(known.find(isSame) ?? name);
    }
    if (all.length > chosen.length) onChange(all);
    setTyped('');
    close();
  };

  const remove = (name: string): void => {
    onChange(chosen.filter((one) => one !== name));
    field.current?.focus();
  };

  const move = (step: 1 | -1): void => {
    setOpen(true);
    const names = suggest(known, chosen, typed);
    const count = names.length;
    setMarked(names[(active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count] ?? null);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const picked = offered[active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        // An empty field leaves Enter to the form.
        if (picked === undefined && namesIn(typed).length === 0) return;
        add(picked === undefined ? namesIn(typed) : [picked]);
        break;
      case ',':
        add(namesIn(typed));
        break;
      case 'Backspace':
        if (typed !== '' || chosen.length === 0) return;
        onChange(chosen.slice(0, -1));
        break;
      case 'Escape':
        // The first closes the list, the next one the form.
        if (!isOpen) return;
        event.stopPropagation();
        close();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div class="field names">
      <label for={id}>{label}</label>
      {chosen.length > 0 && (
        <ul class="chosen">
          {chosen.map((name) => (
            <li key={name}>
              <span dir="auto">{name}</span>
              <button type="button" aria-label={filing.remove(name)} onClick={() => remove(name)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        ref={field}
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        value={typed}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setMarked(null);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => add(namesIn(typed))}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- no select can be typed into; the field has the keys */}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        class="offered"
        hidden={offered.length === 0}
      >
        {offered.map((name, at) => (
          <div
            key={name}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            dir="auto"
            // Before the field loses the focus, and takes what is typed for a name.
            onPointerDown={(event) => {
              event.preventDefault();
              add([name]);
            }}
          >
            {name}
          </div>
        ))}
      </div>
      {/* oxlint-enable */}
    </div>
  );
};
