// What a token may do, as a person chooses it who lets something in.
import { tokenTexts } from '../../shared/locales/tokens.ts';
import { SCOPES, type Scopes } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** All that was asked for is chosen first, unless said; of what is more there is no choice. */
export const ScopeChoice = ({
  language,
  asked,
  chosen = asked,
}: {
  language: InterfaceLanguage;
  asked: Scopes;
  chosen?: Scopes;
}) => {
  const t = tokenTexts(language);
  const offered = SCOPES.filter((scopes) => asked.includes(scopes));
  return (
    <fieldset class="choices">
      <legend>{t.may}</legend>
      {offered.map((scopes) => (
        <label>
          <input type="radio" name="scopes" value={scopes} checked={scopes === chosen} />
          {t.scopes[scopes].title}
          <span class="hint">{t.scopes[scopes].hint}</span>
        </label>
      ))}
    </fieldset>
  );
};
