// The pages behind a claim link: whoever presses its button owns the installation, or is its owner again.
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { zoneName, zones } from './zones.ts';

interface Props {
  language: InterfaceLanguage;
  token: string;
}

const LANGUAGES: readonly InterfaceLanguage[] = ['en', 'vi'];

export const ClaimPage = ({ language, token }: Props) => {
  const { pages: t } = texts(language);
  return (
    <Layout language={language} title={t.claimTitle}>
      <main id="content" class="message">
        <h1>{t.claimTitle}</h1>
        <p>{t.claimLead}</p>
        <form method="post" action="/claim">
          <input type="hidden" name="token" value={token} />
          <label>
            {t.claimName}
            <input
              name="name"
              value={t.claimDefaultName}
              required
              maxLength={100}
              autocomplete="off"
            />
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
          <p class="buttons">
            <button>{t.claimButton}</button>
          </p>
        </form>
      </main>
    </Layout>
  );
};

/** Signs an owner in again who has lost every other way. */
export const ClaimAgainPage = ({ language, token }: Props) => {
  const t = signInTexts(language);
  return (
    <Layout language={language} title={t.claimTitle}>
      <main id="content" class="message">
        <h1>{t.claimTitle}</h1>
        <p>{t.claimLead}</p>
        <form method="post" action="/claim/again">
          <input type="hidden" name="token" value={token} />
          <p class="buttons">
            <button>{t.title}</button>
          </p>
        </form>
      </main>
    </Layout>
  );
};
