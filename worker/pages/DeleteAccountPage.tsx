// The question before an account is deleted: what goes with it, and what stays.
import { leavingTexts } from '../../shared/locales/leaving.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';

interface Named {
  id: string;
  name: string;
}

interface Props {
  language: InterfaceLanguage;
  workspace: string | null;
  /** Workspaces to which nobody else belongs. */
  own: readonly Named[];
  /** Those that go on without the account. */
  left: readonly Named[];
  /** Those that have to be handed over, or deleted, before. */
  before: readonly Named[];
  /** Whether they had said that they are sure. */
  isSure: boolean;
}

const Names = ({ lead, of, to }: { lead: string; of: readonly Named[]; to: string }) =>
  of.length === 0 ? null : (
    <>
      <p>{lead}</p>
      <ul>
        {of.map(({ id, name }) => (
          <li>
            <a href={`/w/${id}/${to}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );

export const DeleteAccountPage = ({ language, workspace, own, left, before, isSure }: Props) => {
  const t = leavingTexts(language);
  return (
    <Layout language={language} title={t.accountTitle} {...(workspace !== null && { workspace })}>
      <main id="content" class="message">
        <h1>{t.accountTitle}</h1>
        <Names lead={t.handOverFirst} of={before} to="members" />
        {before.length === 0 && (
          <form method="post" action="/account/delete">
            <p>{t.signInGoes}</p>
            <Names lead={t.ownGo} of={own} to="library" />
            <Names lead={t.youLeave} of={left} to="library" />
            {left.length > 0 && <p>{t.keptOfYoursStays}</p>}
            {left.length > 0 && <p>{t.yourLinks}</p>}
            <label class="sure">
              <input type="checkbox" name="sure" value="yes" checked={isSure} required />
              <span>{t.sure}</span>
            </label>
            <p class="buttons">
              <button>{t.deleteAccountNow}</button>
            </p>
          </form>
        )}
      </main>
    </Layout>
  );
};
