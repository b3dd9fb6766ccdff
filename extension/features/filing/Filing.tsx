// Where the article goes: workspace, collections, tags.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import {
  countNames,
  type Filing,
  MAX_COLLECTIONS,
  MAX_TAGS,
} from '../../../shared/schema/filing.ts';
import type { FilingNames } from '../../../shared/schema/filing-write.ts';
import { Names } from './Names.tsx';

/** Where a page's clips go, and what is put on this one. */
export interface Place {
  /** Null while no library is connected. */
  workspace: string | null;
  filing: Filing;
}

/** What the form has to choose from. */
export interface FilingChoices {
  workspaces: readonly { id: string; name: string }[];
  names: FilingNames;
  /** Whether what was chosen could not be saved. */
  failed?: boolean;
}

interface FilingProps {
  place: Place;
  /** Null while the form is closed. */
  filingForm: FilingChoices | null;
  /** The site, as the reader knows it. */
  site: string;
  texts: Texts;
  onFilingForm: (isOpen: boolean) => void;
  onPlace: (place: Place) => void;
}

type FiledProps = Pick<FilingProps, 'place' | 'filingForm' | 'texts' | 'onFilingForm'>;

/** What is put on it, and the way to the form. */
export const Filed = ({ place, filingForm, texts, onFilingForm }: FiledProps) => {
  const { tags, collections } = place.filing;
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = filingForm !== null;
  const wasOpen = useRef(false);
  useEffect(() => {
    // What had the focus went away with the form.
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <p class="filed">
      {collections.map((name) => (
        <b dir="auto">{name}</b>
      ))}
      {tags.map((name) => (
        <span class="tag" dir="auto">
          {name}
        </span>
      ))}
      <button
        type="button"
        class="quiet"
        ref={button}
        aria-expanded={isOpen}
        onClick={() => onFilingForm(!isOpen)}
      >
        {countNames(place.filing) === 0 ? texts.filing.open : texts.filing.change}
      </button>
    </p>
  );
};

/** The form, where it is open. */
export const FilingForm = (props: FilingProps & { filingForm: FilingChoices }) => {
  const { filingForm, site, texts, onFilingForm, onPlace } = props;
  const { filing: words } = texts;
  const [place, setPlace] = useState(props.place);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  const set = (filing: Partial<Filing>): void =>
    setPlace((before) => ({ ...before, filing: { ...before.filing, ...filing } }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, whichever field has the focus
    <form
      ref={form}
      class="correct"
      noValidate
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        onPlace(place);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onFilingForm(false);
      }}
    >
      <Names
        id="filing-tags"
        label={words.tags}
        chosen={place.filing.tags}
        known={filingForm.names.tags}
        max={MAX_TAGS}
        texts={texts}
        onChange={(tags) => set({ tags: [...tags] })}
      />
      <Names
        id="filing-collections"
        label={words.collections}
        chosen={place.filing.collections}
        known={filingForm.names.collections}
        max={MAX_COLLECTIONS}
        texts={texts}
        onChange={(collections) => set({ collections: [...collections] })}
      />
      {filingForm.workspaces.length > 1 && (
        <div class="field">
          <label for="filing-workspace">{words.workspace}</label>
          <select
            id="filing-workspace"
            value={place.workspace ?? ''}
            onChange={(event) => setPlace({ ...place, workspace: event.currentTarget.value })}
          >
            {filingForm.workspaces.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </div>
      )}
      <p>{words.remembered(site)}</p>
      {filingForm.failed && (
        <p class="alert" role="alert">
          {texts.panel.saveFailed}
        </p>
      )}
      <div class="row">
        <button type="submit" class="strong">
          {texts.correct.apply}
        </button>
        <button type="button" onClick={() => onFilingForm(false)}>
          {texts.panel.cancel}
        </button>
      </div>
    </form>
  );
};
