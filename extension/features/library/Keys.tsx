// The list of keys, where they are turned off and on.
import { useEffect, useRef } from 'preact/hooks';
import { libraryTexts } from '../../../shared/locales/library.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';

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
  const t = libraryTexts(language);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t.keysTitle}</h2>
      <dl>
        {t.keyList
          .filter(([key]) => keys.includes(key))
          .map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
      </dl>
      <p>
        <label>
          <input
            type="checkbox"
            checked={areOn}
            onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
          />{' '}
          {t.keysOn}
        </label>
      </p>
      <form method="dialog">
        <button type="submit">{t.close}</button>
      </form>
    </dialog>
  );
};
