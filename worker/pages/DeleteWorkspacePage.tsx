// The question before a workspace is deleted: what goes, and its name to be typed.
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { isTyped } from '../../shared/text/name.ts';
import { Layout } from './Layout.tsx';
import { numberIn } from './Leaving.tsx';

export const DeleteWorkspacePage = ({
  workspace: { id, language, name },
  clips,
  members,
  typed,
}: {
  workspace: WorkspaceSummary;
  clips: number;
  members: number;
  /** What was typed; null where nothing was. */
  typed: string | null;
}) => {
  const t = leavingTexts(language);
  const isWrong = typed !== null && !isTyped(typed, name);
  return (
    <Layout {...{ language }} workspace={id} here="settings" title={t.deleteTitle(name)}>
      <main id="content" class="message">
        <h1 dir="auto">{t.deleteTitle(name)}</h1>
        <p>{t.clipsGo(t.clips(numberIn(language, clips)))}</p>
        <p>{t.membersOut(numberIn(language, members))}</p>
        <p>
          {t.addressesDie} {t.otherWorkspaces}
        </p>
        <form method="post" action={`/w/${id}/delete`} autocomplete="off">
          <label>
            <span dir="auto">{t.typeName(name)}</span>
            <input
              name="name"
              value={typed ?? ''}
              required
              maxLength={200}
              autocomplete="off"
              spellcheck={false}
              dir="auto"
              autofocus={typed !== null}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? 'wrong-name' : undefined}
            />
          </label>
          {isWrong && (
            <p id="wrong-name" class="error">
              {t.wrongName}
            </p>
          )}
          <p class="buttons">
            <button>{t.deleteNow}</button>
            <a class="way" href={`/w/${id}/settings#data`}>
              {t.toExport}
            </a>
            <a class="way" href={`/w/${id}/members`}>
              {teamTexts(language).backToMembers}
            </a>
          </p>
        </form>
      </main>
    </Layout>
  );
};
