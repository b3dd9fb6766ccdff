// The extensions and programs that may act for one's account, and the token that one makes by hand for another.
import { referenceTexts } from '../../shared/locales/reference.ts';
import { tokenTexts } from '../../shared/locales/tokens.ts';
import type { Scopes } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { AgainFirst } from './AgainFirst.tsx';
import { plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { FormId } from './FormId.tsx';
import { Layout } from './Layout.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';

/** A token that was not revoked; its days are those of the workspace's zone. */
export interface ListedToken {
  id: string;
  name: string;
  scopes: Scopes;
  since: string;
  lastUsed: string | null;
}

/** What the form that makes a token holds. */
export interface EnteredToken {
  name: string;
  scopes: Scopes;
}

const MakeToken = ({
  language,
  form,
  entered,
}: {
  language: InterfaceLanguage;
  form: string;
  entered: EnteredToken | null;
}) => {
  const t = tokenTexts(language);
  return (
    <form method="post" action="/account/tokens">
      <FormId id={form} />
      <label>
        {t.name}
        <input
          name="name"
          value={entered?.name}
          required
          maxLength={100}
          autocomplete="off"
          dir="auto"
          autofocus={entered !== null}
        />
      </label>
      <ScopeChoice
        {...{ language }}
        asked="clip:read clip:write"
        {...(entered && { chosen: entered.scopes })}
      />
      <p class="buttons">
        <button class="quiet">{t.make}</button>
      </p>
    </form>
  );
};

export const Tokens = ({
  language,
  form,
  tokens,
  entered,
  mustSignIn,
  isRevoked,
}: {
  language: InterfaceLanguage;
  /** The id of the form that makes one. */
  form: string;
  tokens: readonly ListedToken[];
  entered: EnteredToken | null;
  /** Whether they have to sign in again before they make one. */
  mustSignIn: boolean;
  /** Whether one was revoked just now. */
  isRevoked: boolean;
}) => {
  const t = tokenTexts(language);
  return (
    <section id="tokens">
      <h2>{t.title}</h2>
      {isRevoked && <Done>{t.revoked}</Done>}
      <p>{tokens.length === 0 ? t.none : t.lead}</p>
      <ul class="rows">
        {tokens.map(({ id, name, scopes, since, lastUsed }) => (
          <li>
            <span>
              <b dir="auto">{name}</b>
              <span class="meta">
                <span>{t.scopes[scopes].title}</span>
                <span>{t.since(plainDay(since, language))}</span>
                <span>{lastUsed ? t.lastUsed(plainDay(lastUsed, language)) : t.neverUsed}</span>
              </span>
            </span>
            <form method="post" action={`/account/tokens/${id}/revoke`}>
              <button class="quiet" aria-label={t.revokeOf(name)}>
                {t.revoke}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <details open={entered !== null}>
        <summary>{t.byHand}</summary>
        <p>{t.byHandLead}</p>
        {mustSignIn ? (
          <AgainFirst {...{ language }} to="/account#tokens" />
        ) : (
          <MakeToken {...{ language, form, entered }} />
        )}
      </details>
      <p>
        <a href="/reference">{referenceTexts(language).title}</a>
      </p>
    </section>
  );
};

/** A new token, this once. */
export const TokenMadePage = ({
  language,
  workspace,
  name,
  scopes,
  token,
  server,
}: {
  language: InterfaceLanguage;
  workspace: string | null;
  name: string;
  scopes: Scopes;
  token: string;
  server: string;
}) => {
  const t = tokenTexts(language);
  return (
    <Layout language={language} title={t.made} {...(workspace !== null && { workspace })}>
      <main id="content" class="message">
        <h1>{t.made}</h1>
        <p>
          <bdi>{name}</bdi>: {t.scopes[scopes].title}.
        </p>
        <p>{t.shownOnce}</p>
        <dl class="made">
          <dt>{t.server}</dt>
          <dd>{server}</dd>
          <dt>{t.token}</dt>
          <dd>{token}</dd>
        </dl>
        <p>
          <a class="way" href="/account#tokens">
            {t.back}
          </a>
        </p>
      </main>
    </Layout>
  );
};
