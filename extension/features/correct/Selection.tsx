// The offer to take what is selected in the page as the text.
import type { Texts } from '../../../shared/locales/index.ts';
import type { NoSelection } from './selected.ts';

interface SelectionProps {
  /** Whether text is selected in the page, as far as is known. */
  isSelected: boolean;
  /** Whether the text is a selection already. */
  isTaken: boolean;
  /** Why the last try gave none. */
  failure: NoSelection | null;
  texts: Texts;
  /** Takes what is selected now; false: gives the page's own text back. */
  onSelection: (take: boolean) => void;
}

export const Selection = (props: SelectionProps) => {
  const { isSelected, isTaken, failure, texts, onSelection } = props;
  const { selection } = texts.correct;
  const offer = isSelected ? selection.offered : selection.wrong;
  return (
    <div class="selection">
      <output>{isTaken ? selection.taken : failure ? selection.none[failure] : offer}</output>
      <button type="button" class="quiet" onClick={() => onSelection(!isTaken)}>
        {isTaken ? selection.giveBack : selection.keep}
      </button>
    </div>
  );
};
