// What is chosen in the drawn article, by mouse, finger or keyboard: the browser's own selection.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { articleText, type Stretch } from '../../highlight/stretch.ts';
import type { Readable } from '../../schema/reader.ts';
import { rangeOf, stretchOf } from './range.ts';
import { stepTo, stretchBy } from './steps.ts';

const selectedRange = (body: Element): Range | null => {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && body.contains(range.commonAncestorContainer) ? range : null;
};

const select = (range: Range): void => {
  const selection = getSelection();
  selection?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
};

/** Whether an arrow key leads on in the text: the left one does where that runs from right to left. */
const isOnward = (key: string, body: Element): boolean =>
  (key === 'ArrowRight') !== (getComputedStyle(body).direction === 'rtl');

export interface Choosing {
  /** Chooses by an arrow key; false for any other key. */
  byKey: (event: KeyboardEvent) => boolean;
  /** Lets go of the selection, and goes on from a stretch. */
  leaveAt: (stretch: Stretch) => void;
}

/** From one sentence to the next, or with one more. */
interface Step {
  how: typeof stepTo;
  direction: 1 | -1;
}

/** What an arrow key chooses by sentences; null for any other key. */
const stepOf = ({ key, shiftKey }: KeyboardEvent, body: Element): Step | null => {
  if (!shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight'))
    return { how: stepTo, direction: isOnward(key, body) ? 1 : -1 };
  if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp'))
    return { how: stretchBy, direction: key === 'ArrowDown' ? 1 : -1 };
  return null;
};

/**
 * Calls `onChoose` whenever the selection in `body` changes; with an empty stretch for a point in it. Calls `onKey` once a key
 * has chosen something.
 */
export const useChoosing = (
  body: RefObject<HTMLElement | null>,
  { blocks, language }: Pick<Readable, 'blocks' | 'language'>,
  onChoose: (stretch: Stretch) => void,
  onKey: () => void,
): Choosing => {
  const cursor = useRef<Stretch | null>(null);
  /** Null until the text is cut into them. */
  const sentences = useRef<readonly Stretch[] | null>(null);
  /** The steps of keys that came before that. */
  const held = useRef<Step[]>([]);

  const look = (): void => {
    const range = body.current && selectedRange(body.current);
    const stretch = range && body.current && stretchOf(range, body.current, blocks);
    if (!stretch) return;
    cursor.current = stretch;
    onChoose(stretch);
  };

  // The browser tells of a selection later, and the next key may come before that.
  const chooseByKey = (): void => {
    look();
    onKey();
  };

  const take = ({ how, direction }: Step): void => {
    const stretch = how(sentences.current ?? [], cursor.current, direction);
    const range = stretch && body.current && rangeOf(stretch, body.current, blocks);
    if (!range) return;
    cursor.current = stretch;
    select(range);
    chooseByKey();
  };

  useEffect(() => {
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  });
  useEffect(() => {
    let isOn = true;
    // Loaded when a text is open: what merely lists articles has no use for it.
    const load = async () => {
      const split = await import('../../text/sentences.ts');
      if (!isOn) return;
      sentences.current = split.sentences(articleText(blocks), language);
      for (const step of held.current.splice(0)) take(step);
    };
    void load();
    return () => {
      isOn = false;
    };
  }, [blocks, language]);

  return {
    byKey: (event) => {
      const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
      const element = body.current;
      if (!element || altKey || ctrlKey || metaKey) return false;
      if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
        getSelection()?.modify('extend', isOnward(key, element) ? 'forward' : 'backward', 'word');
        chooseByKey();
        return true;
      }
      const step = stepOf(event, element);
      if (!step) return false;
      if (sentences.current === null) held.current.push(step);
      else take(step);
      return true;
    },
    leaveAt: (stretch) => {
      cursor.current = stretch;
      getSelection()?.removeAllRanges();
    },
  };
};
