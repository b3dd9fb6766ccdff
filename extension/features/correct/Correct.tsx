// Setting right what was read off a page: a quiet button, and the form that it opens.
import { useEffect, useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { ChosenCategory } from '../../../shared/schema/section-category.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { correctedFields } from './correct.ts';
import { Topic } from './Topic.tsx';
import { FIELDS, type Worded, type Written, writtenOf } from './written.ts';

/** The form while it is open, and the fields in it that cannot be so. */
export interface Correcting {
  problems: readonly Worded[];
  /** What is written in it; none where nothing was touched yet. */
  written?: Written;
  /** Nothing was saved: the disk is full, or the browser's storage is broken. */
  failed?: boolean;
}

interface CorrectProps {
  clip: ReadClip;
  correcting: Correcting | null;
  texts: Texts;
  /** What was said before of the section that it stands in. */
  saidOfSection: ChosenCategory;
  /** The reader's time zone. */
  zone: string;
  /** Opens the form, or closes it without a change. */
  onCorrecting: (open: boolean) => void;
  /** What is being written, so that it is there wherever the form is asked for it. */
  onWriting: (written: Written) => void;
  /** What the form says; null: all as on the page. */
  onCorrect: (written: Written | null) => void;
}

/** Opens the form, and says what was corrected. */
export const CorrectButton = ({ clip, correcting, texts, onCorrecting }: CorrectProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const open = correcting !== null;
  const wasOpen = useRef(open);
  useEffect(() => {
    // Who closed it by a button elsewhere is there.
    const isLost = document.activeElement === document.body;
    if (wasOpen.current && !open && isLost) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const fields = [
    ...correctedFields(clip).map((field) => texts.correct.fields[field].toLowerCase()),
    ...(clip.isSelection ? [texts.correct.body] : []),
  ];
  return (
    <>
      <button
        type="button"
        class="quiet"
        ref={button}
        aria-expanded={open}
        onClick={() => onCorrecting(!open)}
      >
        {texts.correct.open}
      </button>
      <output>{fields.length > 0 && texts.correct.corrected(fields.join(', '))}</output>
    </>
  );
};

// What a browser cannot make a date of it gives as an empty one.
const writtenIn = (form: HTMLFormElement): Written => {
  const text = (name: keyof Written): string => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) return field.value;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return '';
    return field.validity.badInput ? 'not a date' : field.value;
  };
  return {
    title: text('title'),
    section: text('section'),
    category: text('category'),
    published: text('published'),
    authors: text('authors'),
  };
};

interface FieldProps {
  name: Worded;
  written: Written;
  /** Of the article; null where the interface's own holds. */
  lang: string | null;
  isWrong: boolean;
  texts: Texts;
}

const Field = ({ name, written, lang, isWrong, texts: { correct } }: FieldProps) => {
  const id = `correct-${name}`;
  const hint = name === 'title' ? null : correct.hints[name];
  const about = [hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ');
  const given = {
    id,
    name,
    // Not `value`: what is drawn anew would take the place of what is being written.
    defaultValue: written[name],
    'aria-invalid': isWrong,
    'aria-describedby': about || undefined,
    ...(name !== 'published' && { dir: 'auto' as const, lang: lang ?? undefined }),
  };
  return (
    <div class="field">
      <label for={id}>{correct.fields[name]}</label>
      {name === 'title' ? (
        <textarea
          rows={2}
          {...given}
          onKeyDown={(event) => {
            // A headline has one line. An input method takes Enter for itself.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      ) : (
        <input
          {...(name === 'published' ? { type: 'date' } : { type: 'text' })}
          autocomplete="off"
          {...given}
        />
      )}
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {isWrong && (
        <p id={`${id}-problem`} class="alert">
          {correct.problems[name]}
        </p>
      )}
    </div>
  );
};

/** The form, where it is open. Enter keeps what it says, Escape leaves everything as it was. */
export const CorrectForm = (props: CorrectProps & { correcting: Correcting }) => {
  const { clip, correcting, saidOfSection, texts, zone, onCorrecting, onWriting, onCorrect } =
    props;
  const { problems } = correcting;
  const form = useRef<HTMLFormElement>(null);
  // Written before the reader looked at another page, and come back to.
  const before = useRef(correcting.written);
  const written = before.current ?? writtenOf({ clip, saidOfSection }, zone);
  const tell = (from: HTMLFormElement): void => {
    const now = writtenIn(from);
    if (JSON.stringify(now) !== JSON.stringify(correcting.written ?? written)) onWriting(now);
  };
  useEffect(() => {
    if (!before.current) form.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, []);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, whichever field has the focus
    <form
      ref={form}
      class="correct"
      noValidate
      aria-label={texts.correct.title}
      onSubmit={(event) => {
        event.preventDefault();
        onCorrect(writtenIn(event.currentTarget));
      }}
      onInput={(event) => tell(event.currentTarget)}
      // A date that is not whole yet is no input to the browser.
      onKeyUp={(event) => tell(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onCorrecting(false);
      }}
    >
      {FIELDS.map((name) =>
        name === 'category' ? (
          <Topic key={name} told={clip.told ?? null} written={written[name]} texts={texts} />
        ) : (
          <Field
            key={name}
            name={name}
            written={written}
            lang={clip.article.language}
            isWrong={problems.includes(name)}
            texts={texts}
          />
        ),
      )}
      {correcting.failed && (
        <p class="alert" role="alert">
          {texts.panel.saveFailed}
        </p>
      )}
      <div class="row">
        <button type="submit" class="strong">
          {texts.correct.apply}
        </button>
        <button type="button" onClick={() => onCorrecting(false)}>
          {texts.panel.cancel}
        </button>
        {clip.asRead && (
          <button type="button" class="quiet" onClick={() => onCorrect(null)}>
            {texts.correct.asOnPage}
          </button>
        )}
      </div>
    </form>
  );
};
