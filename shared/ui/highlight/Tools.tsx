// What can be done with the text that is chosen: at the foot of the reader, in reach of mouse, finger and keyboard.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HighlightTexts } from '../../locales/highlight.ts';
import { type Colour, COLOURS, type Highlight, MAX_NOTE } from '../../schema/highlight.ts';

// The selection stays where it is while a button is pressed.
const keepSelection = (event: Event): void => event.preventDefault();

interface ToolsProps {
  /** The highlight that is chosen; null for text that is none yet. */
  highlight: Highlight | null;
  texts: HighlightTexts;
  onColour: (colour: Colour) => void;
  onNote: () => void;
  onRemove: () => void;
}

export const Tools = ({ highlight, texts, onColour, onNote, onRemove }: ToolsProps) => (
  <fieldset class="highlight-tools" aria-label={texts.tools}>
    {COLOURS.map((colour, index) => (
      <button
        type="button"
        class="colour"
        data-colour={colour}
        aria-pressed={highlight?.colour === colour}
        aria-keyshortcuts={String(index + 1)}
        onMouseDown={keepSelection}
        onClick={() => onColour(colour)}
      >
        {texts.colours[colour]}
      </button>
    ))}
    <button
      type="button"
      class="tool"
      aria-keyshortcuts="n"
      onMouseDown={keepSelection}
      onClick={onNote}
    >
      {texts.note}
    </button>
    {highlight && (
      <button
        type="button"
        class="tool"
        aria-keyshortcuts="Delete"
        onMouseDown={keepSelection}
        onClick={onRemove}
      >
        {texts.remove}
      </button>
    )}
  </fieldset>
);

interface NoteProps {
  /** What is marked. */
  quote: string;
  note: string;
  /** Whether the team sees it; null where there is none. */
  isForTeam: boolean | null;
  texts: HighlightTexts;
  onSave: (note: string, isForTeam?: boolean) => void;
  onCancel: () => void;
}

const SHOWN_QUOTE = 120;

const shortened = (quote: string): string =>
  quote.length > SHOWN_QUOTE ? `${quote.slice(0, SHOWN_QUOTE).toWellFormed()}…` : quote;

export const NoteForm = ({ quote, note, isForTeam, texts, onSave, onCancel }: NoteProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const choice = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => onSave((field.current?.value ?? '').trim(), choice.current?.checked);
  const onKey = (event: KeyboardEvent): void => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSent && event.key !== 'Escape') return;
    event.preventDefault();
    if (isSent) save();
    else onCancel();
  };
  return (
    <form
      class="highlight-note"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        <span dir="auto">{texts.noteFor(shortened(quote))}</span>
        <textarea
          ref={field}
          dir="auto"
          rows={3}
          maxLength={MAX_NOTE}
          defaultValue={note}
          onKeyDown={onKey}
        />
      </label>
      {isForTeam !== null && (
        <label class="for-team">
          <input type="checkbox" ref={choice} defaultChecked={isForTeam} />
          {texts.showToTeam}
        </label>
      )}
      <div class="row">
        <button type="submit" class="tool strong">
          {texts.save}
        </button>
        <button type="button" class="tool" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};

interface NoticeProps {
  children: ComponentChildren;
  action?: string;
  onAction?: () => void;
}

/** What became of an act, with the way back where there is one. */
export const Notice = ({ children, action, onAction }: NoticeProps) => (
  <p class="highlight-notice">
    <span>{children}</span>
    {action && (
      <button type="button" class="tool" onClick={onAction}>
        {action}
      </button>
    )}
  </p>
);
