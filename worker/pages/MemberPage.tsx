// One member, as the owner changes what they are.
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';
import { type Belongings, WhatGoes } from './Leaving.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { personName, RoleField, type ShownMember } from './MembersPage.tsx';

export const MemberPage = ({
  workspace: { id, language },
  member: { account, name, role, since },
  chosen,
  belongings,
  isChanged,
}: {
  workspace: WorkspaceSummary;
  member: ShownMember;
  /** The role that is chosen first. */
  chosen: ShownMember['role'];
  belongings: Belongings;
  /** Whether somebody else has given them another role than the owner read. */
  isChanged: boolean;
}) => {
  const t = teamTexts(language);
  const called = personName(language, name);
  const at = `/w/${id}/members/${account}`;
  const asRead = <input type="hidden" name="shown" value={role} />;
  return (
    <Layout {...{ language }} workspace={id} here="settings" title={called}>
      <main id="content" class="settings">
        <h1 dir="auto">{called}</h1>
        <p class="meta">
          <span>{t.roles[role]}</span>
          <span>{t.since(plainDay(since, language))}</span>
        </p>
        {isChanged && <Meanwhile>{t.roleMeanwhile(t.roles[role])}</Meanwhile>}
        <form method="post" action={`${at}/role`} autocomplete="off">
          {asRead}
          <RoleField language={language} roles={['viewer', 'editor', 'owner']} {...{ chosen }} />
          <p class="buttons">
            <button>{t.changeRole}</button>
            <a class="way" href={`/w/${id}/members`}>
              {t.backToMembers}
            </a>
          </p>
        </form>
        <section>
          <h2>{t.handOver}</h2>
          <form method="post" action={`${at}/hand-over`}>
            {asRead}
            <p>{t.handOverLead(called)}</p>
            <button class="quiet">{t.handOver}</button>
          </form>
        </section>
        <section>
          <h2 dir="auto">{t.removeTitle(called)}</h2>
          <form method="post" action={`${at}/remove`}>
            {asRead}
            <p>{t.goes}</p>
            <WhatGoes {...{ language, belongings }} workspace={id} isYou={false} />
            <button class="quiet">{t.remove}</button>
          </form>
        </section>
      </main>
    </Layout>
  );
};
