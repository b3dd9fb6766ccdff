// The offer to take another text from the page: what is selected there, or a block that is picked.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import { PICK_KEYS, type PickStep } from './pick.ts';
import type { NoSelection } from './selected.ts';

interface SelectionProps {
  /** Whether text is selected in the page, as far as is known. */
  isSelected: boolean;
  /** Whether the text is a selection already. */
  isTaken: boolean;
  /** Why the last try gave none. */
  failure: NoSelection | null;
  /** How the block begins that would be picked; null while none is. */
  picking: string | null;
  texts: Texts;
  /** Takes what is selected now; false: gives the page's own text back. */
  onSelection: (take: boolean) => void;
  onPick: (begin: boolean) => void;
  onPickStep: (step: PickStep) => void;
}

const STEPS = ['wider', 'narrower', 'previous', 'next'] as const;

const takeFocus = (element: HTMLElement | null): void => element?.focus();

const Picking = ({ picking, texts, onPick, onPickStep }: SelectionProps) => {
  const { pick } = texts.correct;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the page, whichever button has the focus
    <div
      class="selection picking"
      onKeyDown={(event) => {
        const step = PICK_KEYS.get(event.key);
        const { ctrlKey, metaKey, altKey } = event;
        // Enter presses the button that has the focus.
        if (!step || step === 'take' || ctrlKey || metaKey || altKey) return;
        event.preventDefault();
        onPickStep(step);
      }}
    >
      <p>{pick.how}</p>
      <output dir="auto">{picking}</output>
      <div class="row">
        {STEPS.map((step) => (
          <button type="button" class="quiet" onClick={() => onPickStep(step)}>
            {pick.steps[step]}
          </button>
        ))}
      </div>
      <div class="row">
        <button type="button" class="strong" ref={takeFocus} onClick={() => onPickStep('take')}>
          {pick.take}
        </button>
        <button type="button" class="quiet" onClick={() => onPick(false)}>
          {pick.end}
        </button>
      </div>
    </div>
  );
};

export const Selection = (props: SelectionProps) => {
  const { isSelected, isTaken, failure, picking, texts, onSelection, onPick } = props;
  const button = useRef<HTMLButtonElement>(null);
  const isPicking = picking !== null;
  const wasPicking = useRef(isPicking);
  useLayoutEffect(() => {
    // The button that had the focus went away with the picking.
    if (wasPicking.current && !isPicking) button.current?.focus();
    wasPicking.current = isPicking;
  }, [isPicking]);
  if (isPicking) return <Picking {...props} />;
  const { selection, pick } = texts.correct;
  const offer = isSelected ? selection.offered : selection.wrong;
  return (
    <div class="selection">
      <output>{isTaken ? selection.taken : failure ? selection.none[failure] : offer}</output>
      <div class="row">
        <button type="button" class="quiet" ref={button} onClick={() => onSelection(!isTaken)}>
          {isTaken ? selection.giveBack : selection.keep}
        </button>
        {!isTaken && (
          <button type="button" class="quiet" onClick={() => onPick(true)}>
            {pick.begin}
          </button>
        )}
      </div>
    </div>
  );
};
