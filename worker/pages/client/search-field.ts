// Completes what is typed into a field of search (the combobox pattern of the ARIA Authoring Practices, with a list of
// options), and lets `/` lead to it.
import * as v from 'valibot';
import { searchTexts } from '../../../shared/locales/search.ts';
import { FilingNames } from '../../../shared/schema/filing-write.ts';
import { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { complete, type Completion, type Values } from '../../../shared/search/complete.ts';
import { OPERATORS } from '../../../shared/search/operators.ts';
import { areKeysOn, isTyping } from './keys-off.ts';

const Setting = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    workspace: v.string(),
    language: InterfaceLanguage,
    values: v.record(v.picklist(OPERATORS), v.array(v.string())),
  }),
);

/** The tags and collections that a workspace knows; none where they cannot be asked for. */
const fetchNames = async (workspace: string): Promise<Values> => {
  try {
    const response = await fetch(`/api/w/${workspace}/names`);
    const { tags, collections } = v.parse(FilingNames, await response.json());
    return { tag: tags, in: collections };
  } catch {
    return {};
  }
};

let made = 0;

const completeField = (form: HTMLFormElement, field: HTMLInputElement): void => {
  const { workspace, language, values } = v.parse(Setting, form.dataset['search']);
  made += 1;
  const id = `search-${made}`;
  const list = document.createElement('ul');
  list.id = id;
  list.className = 'completions';
  list.role = 'listbox';
  list.ariaLabel = searchTexts(language).completions;
  list.hidden = true;
  form.append(list);
  field.role = 'combobox';
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', id);
  field.ariaExpanded = 'false';

  let names: Promise<Values> | null = null;
  let known: Values = values;
  let offered: readonly Completion[] = [];
  let active = -1;

  const mark = (at: number): void => {
    active = at;
    for (const [nth, option] of [...list.children].entries())
      option.ariaSelected = String(nth === at);
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };

  const offer = (completions: readonly Completion[]): void => {
    offered = completions;
    list.replaceChildren(
      ...completions.map(({ label }, at) => {
        const option = document.createElement('li');
        option.id = `${id}-${at}`;
        option.role = 'option';
        option.dir = 'auto';
        option.textContent = label;
        return option;
      }),
    );
    list.hidden = completions.length === 0;
    field.ariaExpanded = String(completions.length > 0);
    mark(-1);
  };

  const look = (): void =>
    offer(complete(field.value, field.selectionStart ?? field.value.length, known, language));

  /** Offers what fits by what is known now; the option that a person has moved to stays theirs. */
  const lookAgain = (): void => {
    const chosen = offered[active]?.text;
    look();
    mark(offered.findIndex(({ text }) => text === chosen));
  };

  const take = (at: number): void => {
    const completion = offered[at];
    if (!completion) return;
    field.value = completion.text;
    field.setSelectionRange(completion.cursor, completion.cursor);
    // A name of an operator asks for its value next.
    if (completion.label.endsWith(':')) look();
    else offer([]);
  };

  const move = (step: 1 | -1): void => {
    if (list.hidden) look();
    const count = offered.length;
    // Between the last and the first stands the field itself.
    if (count > 0) mark(((active + 1 + step + count + 1) % (count + 1)) - 1);
  };

  field.addEventListener('focus', () => {
    names ??= fetchNames(workspace).then((found) => {
      known = { ...values, ...found };
      if (!list.hidden) lookAgain();
      return found;
    });
  });
  field.addEventListener('input', look);
  field.addEventListener('blur', () => offer([]));
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'Escape' && !list.hidden) offer([]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => {
    // Before the field loses the focus.
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) take([...list.children].indexOf(option));
  });
};

/** Makes the fields of search complete what is typed, and `/` lead to the first. */
export const completeSearches = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
    const field = form.querySelector<HTMLInputElement>('input[type=search]');
    if (field) completeField(form, field);
  }
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    const field = document.querySelector<HTMLInputElement>('form[data-search] input[type=search]');
    if (event.key !== '/' || !isPlain || !field || isTyping(event.target) || !areKeysOn()) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
};
