// Where a person answers an extension that asks to be let in (RFC 8628, 3.3).
import { texts } from '../../shared/locales/index.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';

interface Props {
  language: InterfaceLanguage;
  workspace: string;
}

/** Asks for the code; `unknown` is what was entered and is no open pairing's. */
export const EnterCodePage = ({
  language,
  workspace,
  unknown,
}: Props & { unknown: string | null }) => {
  const { pages: t } = texts(language);
  return (
    <Layout {...{ language, workspace }} title={t.pairTitle}>
      <main id="content" class="message">
        <h1>{t.pairTitle}</h1>
        <p>{t.pairLead}</p>
        <form method="get" action="/pair">
          <label>
            {t.pairCode}
            <input
              class="code"
              name="code"
              value={unknown ?? ''}
              required
              maxLength={20}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-invalid={unknown === null ? undefined : true}
              aria-describedby={unknown === null ? undefined : 'unknown'}
            />
          </label>
          {unknown !== null && (
            <p id="unknown" class="error">
              {t.pairUnknown}
            </p>
          )}
          <p class="buttons">
            <button>{t.pairFind}</button>
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
  code,
  name,
}: Props & { workspaces: readonly WorkspaceSummary[]; code: string; name: string }) => {
  const { pages: t } = texts(language);
  return (
    <Layout {...{ language, workspace }} title={t.pairTitle}>
      <main id="content" class="message">
        <h1>{t.pairAsk(name)}</h1>
        <p>{t.pairCompare}</p>
        <p class="code">{code}</p>
        <p>{t.pairMay}</p>
        <ul>
          {workspaces.map(({ name: place, role }) => (
            <li>
              <b>{place}</b>: {role === 'viewer' ? t.pairReads : t.pairWrites}
            </li>
          ))}
        </ul>
        <p>{t.pairRevoke}</p>
        <form method="post" action="/pair">
          <input type="hidden" name="code" value={code} />
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
