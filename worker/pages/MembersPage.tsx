// Who belongs to a workspace; its owner changes that from here, and invites.
import { guestTexts } from '../../shared/locales/guests.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { INVITE_DAYS } from '../../shared/schema/team.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { FormId } from './FormId.tsx';
import { GuestList, type ShownGuest } from './Guests.tsx';
import { Layout } from './Layout.tsx';
import { type Belongings, WhatGoes } from './Leaving.tsx';

/** A member; the day is that of the workspace's zone. */
export interface ShownMember {
  account: string;
  /** '' where they have not told it. */
  name: string;
  role: WorkspaceSummary['role'];
  since: string;
  isYou: boolean;
}

export interface ShownInvite {
  id: string;
  role: 'editor' | 'viewer';
  /** The name of the collection alone that it is to; null for the whole workspace. */
  to: string | null;
  made: string;
  expires: string;
}

/** What was done of members, guests and invites. */
export const MEMBERS_TOLD = [
  'role',
  'handed-over',
  'removed',
  'guest-removed',
  'invite-revoked',
] as const;

interface Props {
  workspace: WorkspaceSummary;
  /** The id of the form that invites. */
  form: string;
  members: readonly ShownMember[];
  /** Null for who may not invite. */
  invites: readonly ShownInvite[] | null;
  /** What an invite may be to alone. */
  collections: readonly { id: string; name: string }[];
  guests: readonly ShownGuest[];
  /** What here is the caller's alone. */
  belongings: Belongings;
  /** What was done just now. */
  told: (typeof MEMBERS_TOLD)[number] | null;
}

/** What a person is called. */
export const personName = (language: InterfaceLanguage, name: string): string =>
  name || teamTexts(language).noName;

const Member = ({
  workspace: { id, role: own, language },
  member: { account, name, role, since, isYou },
}: {
  workspace: WorkspaceSummary;
  member: ShownMember;
}) => {
  const t = teamTexts(language);
  const called = personName(language, name);
  return (
    <li>
      <span>
        <b dir="auto">{called}</b>
        <span class="meta">
          <span>{t.roles[role]}</span>
          <span>{t.since(plainDay(since, language))}</span>
          {isYou && <span>{t.you}</span>}
        </span>
      </span>
      {own === 'owner' && !isYou && (
        <a class="way" href={`/w/${id}/members/${account}`} aria-label={t.changeOf(called)}>
          {t.change}
        </a>
      )}
    </li>
  );
};

const Invites = ({
  workspace: { id, language },
  form,
  invites,
  collections,
}: Pick<Props, 'workspace' | 'form' | 'collections'> & { invites: readonly ShownInvite[] }) => {
  const t = teamTexts(language);
  return (
    <section id="invites">
      <h2>{t.invites}</h2>
      <p>{t.invitesLead}</p>
      {invites.length === 0 && <p class="hint">{t.noInvites}</p>}
      <ul class="rows">
        {invites.map((invite) => {
          const role =
            invite.to === null ? t.roles[invite.role] : guestTexts(language).inviteTo(invite.to);
          const made = plainDay(invite.made, language);
          return (
            <li>
              <span>
                <b>{t.inviteOf(role, made)}</b>
                <span class="meta">{t.expires(plainDay(invite.expires, language))}</span>
              </span>
              <form method="post" action={`/w/${id}/invites/${invite.id}/revoke`}>
                <button class="quiet" aria-label={t.revokeOf(role, made)}>
                  {t.revoke}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <form method="post" action={`/w/${id}/invites`} autocomplete="off">
        <FormId id={form} />
        <RoleField language={language} roles={['editor', 'viewer']} chosen="editor" />
        {collections.length > 0 && <ToField {...{ language, collections }} />}
        <label>
          {t.inviteDays}
          <select name="days">
            {INVITE_DAYS.map((days) => (
              <option value={days} selected={days === 7}>
                {t.days(days)}
              </option>
            ))}
          </select>
        </label>
        <p class="buttons">
          <button>{t.makeInvite}</button>
        </p>
      </form>
    </section>
  );
};

const ToField = ({
  language,
  collections,
}: Pick<Props, 'collections'> & { language: InterfaceLanguage }) => {
  const t = guestTexts(language);
  return (
    <>
      <label>
        {t.to}
        <select name="collection" aria-describedby="to-hint">
          <option value="">{t.all}</option>
          {collections.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </label>
      <p id="to-hint" class="hint">
        {t.toHint}
      </p>
    </>
  );
};

/** Chooses a role, and says what each may do. */
export const RoleField = ({
  language,
  roles,
  chosen,
}: {
  language: InterfaceLanguage;
  roles: readonly WorkspaceSummary['role'][];
  chosen: WorkspaceSummary['role'];
}) => {
  const t = teamTexts(language);
  return (
    <fieldset class="roles">
      <legend>{t.roleLabel}</legend>
      {roles.map((role) => (
        <label>
          <input type="radio" name="role" value={role} checked={role === chosen} />
          <span>
            {t.roles[role]} <span class="hint">{t.roleHints[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

export const MembersPage = ({
  workspace,
  form,
  members,
  invites,
  collections,
  guests,
  belongings,
  told,
}: Props) => {
  const { id, language, role } = workspace;
  const t = teamTexts(language);
  const isLastOwner =
    role === 'owner' && members.filter((member) => member.role === 'owner').length === 1;
  return (
    <Layout {...{ language }} workspace={id} here="settings" title={t.members}>
      <main id="content" class="settings">
        <h1>{t.members}</h1>
        {told && <Done>{t.done[told]}</Done>}
        <p>{t.membersLead}</p>
        <ul class="rows">
          {members.map((member) => (
            <Member {...{ workspace, member }} />
          ))}
        </ul>
        {guests.length > 0 && <GuestList {...{ language, guests }} workspace={id} />}
        {invites && <Invites {...{ workspace, form, invites, collections }} />}
        <section id="leave">
          <h2>{t.leave}</h2>
          {isLastOwner ? (
            <p>{t.lastOwner}</p>
          ) : (
            <form method="post" action={`/w/${id}/leave`}>
              <p>
                {t.youGo} {t.leaveLead}
              </p>
              <WhatGoes {...{ language, belongings }} workspace={id} isYou />
              <button class="quiet">{t.leave}</button>
            </form>
          )}
        </section>
      </main>
    </Layout>
  );
};
