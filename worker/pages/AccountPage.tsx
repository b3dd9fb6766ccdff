// One's account: passkeys, recovery codes, and where one is signed in.
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';

/** A passkey or a session; its days are those of the workspace's zone. */
export interface Device {
  id: string;
  /** '' where it is not known. */
  device: string;
  since: string;
  lastUsed: string | null;
}

interface Setting {
  language: InterfaceLanguage;
  /** The one that the page leads back to; null for who belongs to none. */
  workspace: string | null;
}

interface Props extends Setting {
  passkeys: readonly Device[];
  codesLeft: number;
  sessions: readonly Device[];
  /** The id of the session that asks. */
  own: string | null;
  /** Whether a passkey was removed just now. */
  isRemoved: boolean;
}

const Passkeys = ({ language, passkeys, isRemoved }: Props) => {
  const t = signInTexts(language);
  return (
    <section id="passkeys">
      <h2>{t.passkeys}</h2>
      <p>
        {t.passkeysLead} {passkeys.length === 1 && t.onlyOne}
      </p>
      {isRemoved && <p class="told">{t.removed}</p>}
      <ul class="rows">
        {passkeys.map(({ id, device, since, lastUsed }) => {
          const made = plainDay(since, language);
          const name = device || t.unknownDevice;
          return (
            <li>
              <span>
                <b>{name}</b>
                <span class="meta">
                  <span>{t.made(made)}</span>
                  <span>{lastUsed ? t.used(plainDay(lastUsed, language)) : t.notUsed}</span>
                </span>
              </span>
              <form method="post" action={`/account/passkeys/${id}/remove`}>
                <button class="quiet" aria-label={t.removePasskeyOf(name, made)}>
                  {t.remove}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <noscript>
        <p class="hint">{t.noScript}</p>
      </noscript>
      <form method="post" action="/account/passkeys" data-passkey="make">
        <button class={passkeys.length > 0 ? 'quiet' : undefined}>{t.makePasskey}</button>
        <output />
      </form>
    </section>
  );
};

const Codes = ({ language, codesLeft }: Props) => {
  const t = signInTexts(language);
  return (
    <section id="codes">
      <h2>{t.codes}</h2>
      <p>
        {t.codesLead} {t.codesLeft(codesLeft)}
      </p>
      <form method="post" action="/account/recovery-codes">
        <button class="quiet" aria-describedby={codesLeft > 0 ? 'voids' : undefined}>
          {t.makeCodes}
        </button>
        {codesLeft > 0 && (
          <p id="voids" class="hint">
            {t.makeCodesVoids}
          </p>
        )}
      </form>
    </section>
  );
};

const Sessions = ({ language, sessions, own }: Props) => {
  const t = signInTexts(language);
  return (
    <section id="sessions">
      <h2>{t.sessions}</h2>
      <ul class="rows">
        {sessions.map(({ id, device, since, lastUsed }) => {
          const began = plainDay(since, language);
          const name = device || t.unknownDevice;
          return (
            <li>
              <span>
                <b>{name}</b>
                <span class="meta">
                  {id === own && <span>{t.here}</span>}
                  <span>{t.since(began)}</span>
                  {lastUsed && <span>{t.used(plainDay(lastUsed, language))}</span>}
                </span>
              </span>
              {id !== own && (
                <form method="post" action={`/account/sessions/${id}/end`}>
                  <button class="quiet" aria-label={t.endOf(name, began)}>
                    {t.end}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      <form method="post" action="/account/sign-out">
        <p class="buttons">
          <button class="quiet">{t.endHere}</button>
          {sessions.length > 1 && (
            <button class="quiet" formaction="/account/sessions/end-others">
              {t.endOthers}
            </button>
          )}
        </p>
      </form>
    </section>
  );
};

export const AccountPage = (props: Props) => {
  const { language, workspace, passkeys, codesLeft } = props;
  const t = signInTexts(language);
  return (
    <Layout
      language={language}
      title={t.account}
      script="account"
      {...(workspace !== null && { workspace })}
    >
      <main id="content" class="settings">
        <h1>{t.account}</h1>
        <p>{passkeys.length === 0 && codesLeft === 0 ? t.newcomer : t.accountLead}</p>
        <Passkeys {...props} />
        <Codes {...props} />
        <Sessions {...props} />
      </main>
    </Layout>
  );
};

/** Ten new codes, this once. */
export const RecoveryCodesPage = ({
  language,
  workspace,
  codes,
}: Setting & { codes: readonly string[] }) => {
  const t = signInTexts(language);
  return (
    <Layout language={language} title={t.codesMade} {...(workspace !== null && { workspace })}>
      <main id="content" class="message">
        <h1>{t.codesMade}</h1>
        <p>{t.codesShownOnce}</p>
        <ol class="codes">
          {codes.map((code) => (
            <li>{code}</li>
          ))}
        </ol>
        <p>
          <a class="way" href="/account#codes">
            {t.codesDone}
          </a>
        </p>
      </main>
    </Layout>
  );
};
