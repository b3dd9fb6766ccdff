// The workspaces of an account: where one switches between them, and makes another.
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { type ShownVisit, VisitList } from './Guests.tsx';
import { FormId } from './FormId.tsx';
import { Layout } from './Layout.tsx';
import { libraryNames } from './library-names.ts';
import { UnreachedRow } from './UnreachedRow.tsx';
import { WorkspaceFields } from './WorkspaceFields.tsx';
import { zoneName } from './zones.ts';

/** What led to the page: that one was deleted or left, or that an extension was to keep into one and there is none. */
export const WORKSPACES_TOLD = ['deleted', 'left', 'none-to-pair'] as const;

interface Props {
  language: InterfaceLanguage;
  /** The id of the form that makes one. */
  form: string;
  /** The one first that was opened last. */
  workspaces: readonly {
    workspace: WorkspaceSummary;
    /** The day in its zone since which they belong to it. */
    since: string;
  }[];
  /** Those whose libraries cannot be reached just now. */
  unreached: readonly Pick<WorkspaceSummary, 'id' | 'name' | 'role'>[];
  todayIn: (zone: string) => string;
  /** The id of the one that was opened last; null where this is not known. */
  last: string | null;
  /** The collections of others that they are a guest of. */
  visits: readonly ShownVisit[];
  told: (typeof WORKSPACES_TOLD)[number] | null;
}

const saidOf = (told: (typeof WORKSPACES_TOLD)[number], language: InterfaceLanguage): string => {
  if (told === 'deleted') return leavingTexts(language).deleted;
  const { left, noneToPair } = teamTexts(language);
  return told === 'left' ? left : noneToPair;
};

export const WorkspacesPage = ({
  language,
  form,
  workspaces,
  unreached,
  todayIn,
  last,
  visits,
  told,
}: Props) => {
  const t = teamTexts(language);
  const [first] = workspaces;
  const all = [...workspaces.map(({ workspace }) => workspace), ...unreached];
  const nameOf = libraryNames(language, all);
  const isNone = workspaces.length + unreached.length + visits.length === 0;
  const title = isNone ? t.none : t.workspaces;
  return (
    <Layout language={language} title={title} {...(first && { workspace: first.workspace.id })}>
      <main id="content" class="settings">
        <h1>{title}</h1>
        {told && <Done>{saidOf(told, language)}</Done>}
        <p>{isNone ? t.noneLead : t.workspacesLead}</p>
        <ul class="rows">
          {workspaces.map(({ workspace: { id, role, zone }, since }) => (
            <li>
              <span>
                <a href={`/w/${id}/day/${todayIn(zone)}`}>
                  <b dir="auto">{nameOf(id)}</b>
                </a>
                <span class="meta">
                  <span>{t.roles[role]}</span>
                  <span>{zoneName(zone)}</span>
                  <span>{t.since(plainDay(since, language))}</span>
                  {id === last && workspaces.length > 1 && <span>{t.current}</span>}
                </span>
              </span>
              <a class="way" href={`/w/${id}/members`} aria-label={t.membersOf(nameOf(id))}>
                {t.members}
              </a>
            </li>
          ))}
          {unreached.map(({ id, role }) => (
            <UnreachedRow {...{ language }} name={nameOf(id)} role={t.roles[role]} />
          ))}
        </ul>
        {visits.length > 0 && <VisitList {...{ language, visits }} />}
        <section id="new">
          <h2>{t.newWorkspace}</h2>
          <p>{t.newLead}</p>
          <form method="post" action="/workspaces" autocomplete="off">
            <FormId id={form} />
            <WorkspaceFields language={language} name="" />
            <p class="buttons">
              <button>{t.make}</button>
            </p>
          </form>
        </section>
        <p>
          <a class="way" href="/account">
            {t.toAccount}
          </a>
        </p>
      </main>
    </Layout>
  );
};
