// The pages behind a claim link: whoever presses its button owns the installation, or gets into their account again.
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { WorkspaceFields } from './WorkspaceFields.tsx';

interface Props {
  language: InterfaceLanguage;
  token: string;
}

export const ClaimPage = ({ language, token }: Props) => {
  const { pages: t } = texts(language);
  return (
    <Layout language={language} title={t.claimTitle}>
      <main id="content" class="message">
        <h1>{t.claimTitle}</h1>
        <p>{t.claimLead}</p>
        <form method="post" action="/claim">
          <input type="hidden" name="token" value={token} />
          <WorkspaceFields language={language} name={t.claimDefaultName} />
          <p class="buttons">
            <button>{t.claimButton}</button>
          </p>
        </form>
      </main>
    </Layout>
  );
};

/** Signs somebody in again who has lost every other way; `name` is '' where they have not told it. */
export const ClaimAgainPage = ({ language, token, name }: Props & { name: string }) => {
  const t = signInTexts(language);
  return (
    <Layout language={language} title={t.claimTitle}>
      <main id="content" class="message">
        <h1>{t.claimTitle}</h1>
        {name !== '' && (
          <p>
            {t.claimOf} <b dir="auto">{name}</b>
          </p>
        )}
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
