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

/** Whether the text runs from right to left: then the left arrow leads on. */
const isFromRight = (body: Element): boolean => getComputedStyle(body).direction === 'rtl';

export interface Choosing {
  /** Chooses by an arrow key; false for any other key. */
  byKey: (event: KeyboardEvent) => boolean;
  /** Lets go of the selection, and goes on from a stretch. */
  leaveAt: (stretch: Stretch) => void;
}

/** Calls `onChoose` whenever the selection in `body` changes; with an empty stretch for a point in it. */
export const useChoosing = (
  body: RefObject<HTMLElement | null>,
  { blocks, language }: Pick<Readable, 'blocks' | 'language'>,
  onChoose: (stretch: Stretch) => void,
): Choosing => {
  const cursor = useRef<Stretch | null>(null);
  const sentences = useRef<readonly Stretch[]>([]);
  useEffect(() => {
    const look = () => {
      const range = body.current && selectedRange(body.current);
      const stretch = range && body.current && stretchOf(range, body.current, blocks);
      if (!stretch) return;
      cursor.current = stretch;
      onChoose(stretch);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  });
  useEffect(() => {
    let isOn = true;
    // Loaded when a text is open: what merely lists articles has no use for it.
    const load = async () => {
      const split = await import('../../text/sentences.ts');
      if (isOn) sentences.current = split.sentences(articleText(blocks), language);
    };
    void load();
    return () => {
      isOn = false;
    };
  }, [blocks, language]);

  const choose = (stretch: Stretch | null): void => {
    const range = stretch && body.current && rangeOf(stretch, body.current, blocks);
    if (range) select(range);
  };

  return {
    byKey: ({ key, shiftKey, altKey, ctrlKey, metaKey }) => {
      const element = body.current;
      if (!element || altKey || ctrlKey || metaKey) return false;
      const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
      const isOnward = (key === 'ArrowRight') !== isFromRight(element);
      if (isAcross && shiftKey) {
        getSelection()?.modify('extend', isOnward ? 'forward' : 'backward', 'word');
        return true;
      }
      if (isAcross) {
        choose(stepTo(sentences.current, cursor.current, isOnward ? 1 : -1));
        return true;
      }
      if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
        choose(stretchBy(sentences.current, cursor.current, key === 'ArrowDown' ? 1 : -1));
        return true;
      }
      return false;
    },
    leaveAt: (stretch) => {
      cursor.current = stretch;
      getSelection()?.removeAllRanges();
    },
  };
};
