// An invite: made by an owner, and opened by whom it lets in.
import { guestTexts } from '../../shared/locales/guests.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { signInAddress } from './SignInPage.tsx';

/** The link that was made, this once. */
export const InviteMadePage = ({
  workspace: { id, language },
  link,
  isNew,
  days,
}: {
  workspace: WorkspaceSummary;
  link: string;
  /** False where the form has made it before: who goes back to it for another person gets no other link. */
  isNew: boolean;
  days: number;
}) => {
  const t = teamTexts(language);
  return (
    <Layout {...{ language }} workspace={id} here="settings" title={t.inviteMade}>
      <main id="content" class="settings" data-copy={t.copyLink} data-copied={t.copied}>
        <h1>{t.inviteMade}</h1>
        <section>
          <p>{isNew ? t.shownOnce(t.days(days)) : t.sameLink}</p>
          <label>
            {t.link}
            <input value={link} readonly data-address />
          </label>
        </section>
        <p>
          <a class="way" href={`/w/${id}/members`}>
            {t.backToMembers}
          </a>
        </p>
      </main>
    </Layout>
  );
};

interface Props {
  language: InterfaceLanguage;
  /** The address of this page. */
  here: string;
  invite: {
    workspaceName: string;
    /** Null for the whole workspace. */
    collectionName: string | null;
    role: 'editor' | 'viewer';
    by: string;
  };
  isSignedIn: boolean;
  /** Whether they read already what they are invited to. */
  isIn: boolean;
  /** Whether somebody is asked what they are called. */
  asksName: boolean;
}

/** Where somebody is in already: nothing is to be said of a role that they do not get. */
const InAlready = ({
  language,
  here,
  invite: { workspaceName, collectionName },
}: Pick<Props, 'language' | 'here' | 'invite'>) => {
  const t = teamTexts(language);
  const title = t.inAlready(collectionName ?? workspaceName);
  return (
    <Layout language={language} title={title}>
      <main id="content" class="message">
        <h1 dir="auto">{title}</h1>
        <p>{t.leftToOthers}</p>
        <form method="post" action={here}>
          <p class="buttons">
            <button>{t.goThere}</button>
          </p>
        </form>
      </main>
    </Layout>
  );
};

/** Says what one is invited to, as what and by whom, and no more. */
export const InvitePage = ({ language, here, invite, isSignedIn, isIn, asksName }: Props) => {
  if (isIn) return <InAlready {...{ language, here, invite }} />;
  const { workspaceName, collectionName, role, by } = invite;
  const t = teamTexts(language);
  const guest = guestTexts(language);
  const title =
    collectionName === null
      ? t.invitedTo(workspaceName)
      : guest.invitedTo(collectionName, workspaceName);
  const asMember = role === 'editor' ? t.asEditor : t.asViewer;
  return (
    <Layout language={language} title={title}>
      <main id="content" class="message">
        <h1 dir="auto">{title}</h1>
        <p dir="auto">{by ? t.invitedBy(by) : t.invited}</p>
        <p>{collectionName === null ? asMember : guest.asGuest}</p>
        <form method="post" action={here}>
          {asksName && (
            <label>
              {t.yourName}
              <input
                name="name"
                required
                maxLength={100}
                autocomplete="name"
                aria-describedby="name-hint"
              />
            </label>
          )}
          {asksName && (
            <p id="name-hint" class="hint">
              {t.yourNameLead}
            </p>
          )}
          <p>{isSignedIn ? t.withAccount : t.newAccount}</p>
          <p class="buttons">
            <button>{t.join}</button>
          </p>
        </form>
        {!isSignedIn && (
          <p class="hint">
            {t.haveAccount} <a href={signInAddress(here)}>{t.signInFirst}</a>
          </p>
        )}
      </main>
    </Layout>
  );
};
