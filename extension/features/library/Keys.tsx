// The list of keys, where they are turned off and on.
import { useEffect, useRef } from 'preact/hooks';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { KeyList } from '../../../shared/ui/KeyList.tsx';

export const KeysDialog = ({
  keys,
  areOn,
  language,
  onTurn,
  onClose,
}: {
  /** Those of them that do something here. */
  keys: readonly string[];
  areOn: boolean;
  language: InterfaceLanguage;
  onTurn: (areOn: boolean) => void;
  onClose: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <KeyList keys={keys} language={language}>
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
        />
      </KeyList>
    </dialog>
  );
};
