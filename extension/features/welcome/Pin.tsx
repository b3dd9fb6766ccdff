// How to keep the button in sight, and that it is.
import type { Texts } from '../../../shared/locales/index.ts';
import type { BrowserFamily } from '../../lib/family.ts';

interface PinProps {
  family: BrowserFamily;
  /** Null where the browser does not tell. */
  isPinned: boolean | null;
  texts: Texts;
}

export const Pin = ({ family, isPinned, texts: { welcome } }: PinProps) => (
  <>
    {!isPinned && <p>{welcome.pin[family]}</p>}
    <p class="done-mark" aria-live="polite">
      {isPinned && welcome.pinned}
    </p>
  </>
);
