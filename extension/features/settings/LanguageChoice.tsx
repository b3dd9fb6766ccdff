import type { Texts } from '../../../shared/locales/index.ts';
import type { LanguageSetting } from '../../lib/storage.ts';

const SETTINGS: readonly LanguageSetting[] = ['auto', 'vi', 'en'];

interface LanguageChoiceProps {
  setting: LanguageSetting;
  texts: Texts;
  onChoose: (setting: LanguageSetting) => void;
}

/** The interface language. */
export const LanguageChoice = ({ setting, texts: { panel }, onChoose }: LanguageChoiceProps) => (
  <fieldset class="choice">
    <legend class="for-screen-readers">{panel.language}</legend>
    {SETTINGS.map((value) => (
      <label>
        <input
          type="radio"
          name="language"
          value={value}
          checked={value === setting}
          onChange={() => onChoose(value)}
        />
        <span lang={value === 'auto' ? undefined : value}>{panel.languages[value]}</span>
      </label>
    ))}
  </fieldset>
);
