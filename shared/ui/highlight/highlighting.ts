// What a reader does with chosen text: paint it, note something, take it back.
import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { anchorAt } from '../../highlight/anchor.ts';
import { articleText, type Stretch } from '../../highlight/stretch.ts';
import type { HighlightTexts } from '../../locales/highlight.ts';
import { type Colour, COLOURS, type Highlight, type Mark, markOf } from '../../schema/highlight.ts';
import type { Readable, TeamNote } from '../../schema/reader.ts';
import { newUuid } from '../../schema/uuid.ts';
import { useChoosing } from './choosing.ts';
import { highlightAt, type Placed, placeHighlights, teamMark } from './place.ts';

/** Sets a highlight, null takes it away; rejects where that could not be saved. */
export type OnHighlight = (id: string, mark: Mark | null) => Promise<void>;

/** What the tools are for: text that is chosen, or a highlight. */
export type Target = { stretch: Stretch } | { id: string };

/** What stands at the foot of the text. */
export type Foot =
  | { kind: 'none' }
  | { kind: 'tools'; target: Target }
  | { kind: 'note'; target: Target }
  | { kind: 'removed'; highlight: Highlight }
  | { kind: 'notice'; words: string };

const NOTHING: Foot = { kind: 'none' };
/** How much of what is chosen is said, in UTF-16 units. */
const SPOKEN = 200;

interface Change extends Partial<Pick<Mark, 'colour' | 'note'>> {
  isForTeam?: boolean;
}

const changed = (mark: Mark, { isForTeam, ...change }: Change): Mark => {
  const { forTeam = false, ...rest } = mark;
  return { ...rest, ...change, ...((isForTeam ?? forTeam) && { forTeam: true }) };
};

export interface Highlighting {
  /** False while nothing can be changed. */
  isLive: boolean;
  body: RefObject<HTMLElement | null>;
  placed: readonly Placed[];
  /** What others show to the team. */
  placedOfTeam: readonly Placed<TeamNote>[];
  foot: Foot;
  /** The highlight that is chosen. */
  chosen: Highlight | null;
  /** The words that are chosen. */
  quote: string;
  /** What a screen reader is told. */
  said: string;
  paint: (colour: Colour) => void;
  remove: (highlight: Highlight) => void;
  giveBack: (highlight: Highlight) => void;
  openNote: (target: Target) => void;
  /** `isForTeam` is left out where there is no choice: that stays as it is. */
  saveNote: (note: string, isForTeam?: boolean) => void;
  cancelNote: () => void;
  goTo: (highlight: Highlight) => void;
  goToNote: (index: number) => void;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
}

export const useHighlighting = (
  article: Pick<Readable, 'blocks' | 'language'>,
  highlights: readonly Highlight[],
  team: readonly TeamNote[],
  onHighlight: OnHighlight | null,
  texts: HighlightTexts,
): Highlighting => {
  const { blocks } = article;
  const body = useRef<HTMLElement | null>(null);
  /** Where the focus goes back to once a note is written. */
  const opener = useRef<Element | null>(null);
  const [foot, setFoot] = useState<Foot>(NOTHING);
  const [colour, setColour] = useState<Colour>(COLOURS[0]);
  const [said, setSaid] = useState('');
  // A page that a server has drawn comes to life first.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(onHighlight !== null), [onHighlight === null]);

  const text = useMemo(() => articleText(blocks), [blocks]);
  const placed = useMemo(() => placeHighlights(blocks, highlights), [blocks, highlights]);
  const placedOfTeam = useMemo(() => placeHighlights(blocks, team), [blocks, team]);
  const target = foot.kind === 'tools' || foot.kind === 'note' ? foot.target : null;
  const highlightOf = (of: Target | null): Highlight | null =>
    (of && 'id' in of && highlights.find(({ id }) => id === of.id)) || null;
  const chosen = highlightOf(target);

  const sayChosen = (): void =>
    setSaid(texts.chosen((getSelection()?.toString() ?? '').slice(0, SPOKEN).toWellFormed()));

  const lookAt = (stretch: Stretch): void => {
    if (!isLive || foot.kind === 'note') return;
    const highlight = highlightAt(placed, stretch);
    if (highlight) setFoot({ kind: 'tools', target: { id: highlight.id } });
    else if (stretch.end > stretch.start) setFoot({ kind: 'tools', target: { stretch } });
    else {
      const shown = highlightAt(placedOfTeam, stretch);
      setFoot(shown ? { kind: 'notice', words: texts.noted(shown.by, shown.note) } : NOTHING);
    }
  };
  const choosing = useChoosing(body, article, lookAt, sayChosen);

  const write = async (id: string, mark: Mark | null, next: Foot, words: string): Promise<void> => {
    try {
      await onHighlight?.(id, mark);
      // Unless something else was chosen meanwhile.
      setFoot((now) => (now === foot ? next : now));
      setSaid(words);
    } catch {
      setFoot({ kind: 'notice', words: texts.failed });
    }
  };

  /** Sets colour or note of what is chosen. */
  const set = async (of: Target, change: Change): Promise<void> => {
    const highlight = highlightOf(of);
    const told = texts.made(texts.colours[change.colour ?? highlight?.colour ?? colour]);
    if (highlight) {
      await write(
        highlight.id,
        changed(markOf(highlight), change),
        { kind: 'tools', target: of },
        told,
      );
      return;
    }
    const anchor = 'stretch' in of ? anchorAt(text, of.stretch) : null;
    if (!anchor) {
      setFoot({ kind: 'notice', words: texts.tooLong });
      return;
    }
    const id = newUuid();
    choosing.leaveAt(anchor);
    const next: Foot = { kind: 'tools', target: { id } };
    await write(id, changed({ anchor, colour, note: '' }, change), next, told);
  };

  const paint = (wanted: Colour): void => {
    setColour(wanted);
    if (target) void set(target, { colour: wanted });
  };

  const toText = (): void => body.current?.focus({ preventScroll: true });

  const remove = (highlight: Highlight): void => {
    void write(highlight.id, null, { kind: 'removed', highlight }, texts.removed);
    // The button that was pressed goes with it.
    toText();
  };

  const openNote = (of: Target): void => {
    opener.current = document.activeElement;
    setFoot({ kind: 'note', target: of });
  };

  const showMark = (id: string): void => {
    toText();
    body.current?.querySelector(`mark[data-id~="${id}"]`)?.scrollIntoView({ block: 'center' });
  };

  /** Back to the button of the list that opened the form; the tools have been drawn anew. */
  const toOpener = (): void => {
    const element = opener.current;
    if (element instanceof HTMLElement && element.closest('.highlights')) element.focus();
    else toText();
  };

  const actByKey = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    if (!target || altKey || ctrlKey || metaKey) return false;
    const wanted = COLOURS[Number(key) - 1];
    if (wanted) paint(wanted);
    else if (key.toLowerCase() === 'n') openNote(target);
    else if ((key === 'Delete' || key === 'Backspace') && chosen) remove(chosen);
    else if (key === 'Escape') {
      getSelection()?.removeAllRanges();
      setFoot(NOTHING);
    } else return false;
    return true;
  };

  return {
    isLive,
    body,
    placed,
    placedOfTeam,
    foot,
    chosen,
    quote:
      target && 'stretch' in target
        ? text.slice(target.stretch.start, target.stretch.end).trim()
        : (chosen?.anchor.quote ?? ''),
    said,
    paint,
    remove,
    giveBack: (highlight) => {
      const next: Foot = { kind: 'tools', target: { id: highlight.id } };
      const told = texts.made(texts.colours[highlight.colour]);
      void write(highlight.id, markOf(highlight), next, told);
      toText();
    },
    openNote,
    saveNote: (note, isForTeam) => {
      if (target) void set(target, { note, ...(isForTeam !== undefined && { isForTeam }) });
      toOpener();
    },
    cancelNote: () => {
      if (target) setFoot({ kind: 'tools', target });
      toOpener();
    },
    goTo: ({ id }) => {
      setFoot({ kind: 'tools', target: { id } });
      showMark(id);
    },
    goToNote: (index) => showMark(teamMark(index)),
    onKeyDown: (event) => {
      // What is in the text, a link, has keys of its own.
      if (event.target === event.currentTarget && (choosing.byKey(event) || actByKey(event)))
        event.preventDefault();
    },
  };
};
