// Where a person answers an extension that asks to be let in (RFC 8628, 3.3).
import { tokenTexts } from '../../shared/locales/tokens.ts';
import type { Scopes, WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';

interface Props {
  language: InterfaceLanguage;
  workspace: string;
}

/** Asks for the code; `shown` is the one that the field begins with. Unless `isUnknown` nobody has entered it yet. */
export const EnterCodePage = ({
  language,
  workspace,
  shown,
  isUnknown = false,
}: Props & { shown: string | null; isUnknown?: boolean }) => {
  const t = tokenTexts(language);
  const isAsked = shown !== null && !isUnknown;
  return (
    <Layout {...{ language, workspace }} title={t.pairTitle}>
      <main id="content" class="message">
        <h1>{t.pairTitle}</h1>
        <p>{isAsked ? t.isThisIt : t.pairLead}</p>
        <form method="post" action="/pair">
          <label>
            {t.code}
            <input
              class="code"
              name="code"
              value={shown ?? ''}
              required
              maxLength={20}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              autofocus={isUnknown}
              aria-invalid={isUnknown || undefined}
              aria-describedby={isUnknown ? 'unknown' : undefined}
            />
          </label>
          {isUnknown && (
            <p id="unknown" class="error">
              {t.unknown}
            </p>
          )}
          <p class="buttons">
            <button>{isAsked ? t.isIt : t.find}</button>
          </p>
        </form>
      </main>
    </Layout>
  );
};

/** Shows who asks and what they may do where, and takes the answer. */
export const AnswerPairingPage = ({
  language,
  workspace,
  workspaces,
  pairing: { code, name, scopes },
}: Props & {
  workspaces: readonly Pick<WorkspaceSummary, 'name' | 'role'>[];
  pairing: { code: string; name: string; scopes: Scopes };
}) => {
  const t = tokenTexts(language);
  return (
    <Layout {...{ language, workspace }} title={t.pairTitle}>
      <main id="content" class="message">
        <h1>{t.ask(name)}</h1>
        <p>{t.compare}</p>
        <p class="code">{code}</p>
        <form method="post" action="/pair/answer">
          <input type="hidden" name="code" value={code} />
          <ScopeChoice {...{ language }} asked={scopes} />
          <p>{t.where}</p>
          <ul>
            {workspaces.map(({ name: place, role }) => (
              <li>
                <b dir="auto">{place}</b>
                {role === 'viewer' && `: ${t.viewer}`}
              </li>
            ))}
          </ul>
          <p>{t.revocable}</p>
          <p class="buttons">
            <button name="answer" value="approved">
              {t.approve}
            </button>
            <button class="quiet" name="answer" value="denied">
              {t.refuse}
            </button>
          </p>
        </form>
      </main>
    </Layout>
  );
};
