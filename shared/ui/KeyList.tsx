// The list of keys, in which they are turned off and on: what stands in its dialog, named by `keys-title`.
import type { ComponentChildren } from 'preact';
import { libraryTexts } from '../locales/library.ts';
import type { InterfaceLanguage } from '../schema/text.ts';

export const KeyList = ({
  keys,
  language,
  children,
}: {
  /** Those that do something here; all where it is left out. */
  keys?: readonly string[];
  language: InterfaceLanguage;
  /** The box that turns them on. */
  children: ComponentChildren;
}) => {
  const t = libraryTexts(language);
  return (
    <>
      <h2 id="keys-title">{t.keysTitle}</h2>
      <dl>
        {t.keyList
          .filter(([key]) => keys?.includes(key) ?? true)
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
          {children} {t.keysOn}
        </label>
      </p>
      <form method="dialog">
        <button type="submit">{t.close}</button>
      </form>
    </>
  );
};
