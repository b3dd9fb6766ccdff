// What is asked of a workspace that is made: its name, language and zone.
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { zoneName, zones } from './zones.ts';

const LANGUAGES: readonly InterfaceLanguage[] = ['en', 'vi'];

export const WorkspaceFields = ({
  language,
  name,
}: {
  language: InterfaceLanguage;
  /** What it is called unless one says otherwise. */
  name: string;
}) => {
  const { pages: t } = texts(language);
  return (
    <>
      <label>
        {t.claimName}
        <input name="name" value={name} required maxLength={100} autocomplete="off" />
      </label>
      <label>
        {t.claimLanguage}
        <select name="language">
          {LANGUAGES.map((choice) => (
            <option value={choice} lang={choice} selected={choice === language}>
              {texts(choice).pages.languageName}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.claimZone}
        <select name="zone" data-own-zone aria-describedby="zone-hint">
          {/* The first is chosen where no script puts the browser's own in its place. */}
          {zones().map((zone) => (
            <option value={zone}>{zoneName(zone)}</option>
          ))}
        </select>
      </label>
      <p id="zone-hint" class="hint">
        {t.claimZoneHint}
      </p>
    </>
  );
};
