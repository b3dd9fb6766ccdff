// The keys, and the way to others.
import type { Texts } from '../../../shared/locales/index.ts';
import type { BrowserFamily } from '../../lib/family.ts';
import { BoundKeys } from './BoundKeys.tsx';

interface KeySettingsProps {
  readKey: string | null;
  keepKey: string | null;
  family: BrowserFamily;
  /** Whether the browser lets us open the place where keys are given. */
  canOpen: boolean;
  texts: Texts;
  onOpen: () => void;
}

export const KeySettings = ({ family, canOpen, onOpen, ...props }: KeySettingsProps) => {
  const { settings } = props.texts;
  return (
    <>
      {family !== 'android' && <BoundKeys {...props} />}
      {canOpen ? (
        <button type="button" onClick={onOpen}>
          {settings.changeKeys}
        </button>
      ) : (
        <p class="remark">{settings.howToChangeKeys[family]}</p>
      )}
    </>
  );
};
