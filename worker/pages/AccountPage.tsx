// One's account: passkeys, recovery codes, and where one is signed in.
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { LocalTime } from '../../shared/digest/local-time.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import { MAX_PASSKEYS } from '../../shared/schema/passkey.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { AgainFirst } from './AgainFirst.tsx';
import { plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { Layout } from './Layout.tsx';
import { type EnteredToken, type ListedToken, Tokens } from './Tokens.tsx';

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

/** A link that signs in anew, by the days and clocks of the workspace's zone. */
export type ShownLink =
  | { kind: 'open'; day: string; until: LocalTime }
  | { kind: 'used'; day: string };

/** What was done of one's account. */
export const ACCOUNT_TOLD = [
  'anew',
  'link-ended',
  'made',
  'removed',
  'ended',
  'others-ended',
  'revoked',
  'named',
] as const;
type AccountTold = (typeof ACCOUNT_TOLD)[number];

interface Props extends Setting {
  /** The id of the form that makes a token. */
  form: string;
  passkeys: readonly Device[];
  codesLeft: number;
  sessions: readonly Device[];
  tokens: readonly ListedToken[];
  /** The token that they were about to make before they had to sign in again; null for none. */
  entered: EnteredToken | null;
  /** Whether they have to sign in again before they make a passkey, codes or a token. */
  mustSignIn: boolean;
  /** The id of the session that asks. */
  own: string | null;
  /** What the others of a workspace know one by; '' where it was not told. */
  name: string;
  /** The account's id, by which whoever runs the server knows it. */
  account: string;
  /** The link that signs in anew, which was made or used of late. */
  link: ShownLink | null;
  /** What was done just now. */
  told: AccountTold | null;
}

interface RowProps {
  language: InterfaceLanguage;
  of: Device;
  /** Says since which day it is there. */
  began: (day: string) => string;
  /** What is said of one that was never used; nothing unless given. */
  unused?: string;
  note?: string;
  /** The button that ends it; `name` tells it from the others by device and day. */
  end?: { action: string; text: string; name: (device: string, day: string) => string };
}

const DeviceRow = ({ language, of, began, unused, note, end }: RowProps) => {
  const t = signInTexts(language);
  const device = of.device || t.unknownDevice;
  const since = plainDay(of.since, language);
  const used = of.lastUsed ? t.used(plainDay(of.lastUsed, language)) : unused;
  return (
    <li>
      <span>
        <b>{device}</b>
        <span class="meta">
          {note && <span>{note}</span>}
          <span>{began(since)}</span>
          {used && <span>{used}</span>}
        </span>
      </span>
      {end && (
        <form method="post" action={end.action}>
          <button class="quiet" aria-label={end.name(device, since)}>
            {end.text}
          </button>
        </form>
      )}
    </li>
  );
};

const MakePasskey = ({ language, passkeys, mustSignIn, account }: Props) => {
  const t = signInTexts(language);
  if (passkeys.length >= MAX_PASSKEYS) return <p>{t.noMore(MAX_PASSKEYS)}</p>;
  if (mustSignIn)
    return (
      <>
        <AgainFirst {...{ language }} to="/account#passkeys" />
        <p class="hint">{t.lostAll(account)}</p>
      </>
    );
  return (
    <>
      <noscript>
        <p class="hint">{t.noScript}</p>
      </noscript>
      <form method="post" action="/account/passkeys" data-passkey="make">
        <button class={passkeys.length > 0 ? 'quiet' : undefined}>{t.makePasskey}</button>
        <output />
      </form>
    </>
  );
};

const Passkeys = (props: Props) => {
  const { language, passkeys, told } = props;
  const t = signInTexts(language);
  return (
    <section id="passkeys">
      <h2>{t.passkeys}</h2>
      <p>
        {t.passkeysLead} {passkeys.length === 1 && t.onlyOne}
      </p>
      {told === 'made' && <Done>{t.passkeyMade}</Done>}
      {told === 'removed' && <Done>{t.removed}</Done>}
      <ul class="rows">
        {passkeys.map((passkey) => (
          <DeviceRow
            {...{ language }}
            of={passkey}
            began={t.made}
            unused={t.notUsed}
            end={{
              action: `/account/passkeys/${passkey.id}/remove`,
              text: t.remove,
              name: t.removePasskeyOf,
            }}
          />
        ))}
      </ul>
      <MakePasskey {...props} />
    </section>
  );
};

const Name = ({ language, name, told }: Props) => {
  const t = teamTexts(language);
  return (
    <section id="name">
      <h2 id="name-title">{t.yourName}</h2>
      <form method="post" action="/account/name">
        <p id="name-hint">{t.yourNameLead}</p>
        {told === 'named' && <Done>{t.nameSaved}</Done>}
        <input
          name="name"
          value={name}
          maxLength={100}
          autocomplete="name"
          dir="auto"
          aria-labelledby="name-title"
          aria-describedby="name-hint"
        />
        <p class="buttons">
          <button class="quiet">{t.saveName}</button>
        </p>
      </form>
      <p>
        {t.workspacesLead} <a href="/workspaces">{t.workspaces}</a>
      </p>
    </section>
  );
};

const Export = ({ language }: Props) => {
  const t = leavingTexts(language);
  return (
    <section id="export">
      <h2>{t.exportAccount}</h2>
      <p>{t.exportAccountLead}</p>
      <a class="button" href="/account/export" download="dateline-account.jsonl">
        {t.exportAccountNow}
      </a>
    </section>
  );
};

const End = ({ language }: Props) => {
  const t = leavingTexts(language);
  return (
    <section id="end">
      <h2>{t.deleteAccount}</h2>
      <p>
        {t.deleteAccountLead} <a href="/account/delete">{t.deleteAccount}</a>
      </p>
    </section>
  );
};

const Codes = ({ language, codesLeft, mustSignIn }: Props) => {
  const t = signInTexts(language);
  return (
    <section id="codes">
      <h2>{t.codes}</h2>
      <p>
        {t.codesLead} {t.codesLeft(codesLeft)}
      </p>
      {mustSignIn ? (
        <AgainFirst {...{ language }} to="/account#codes" />
      ) : (
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
      )}
    </section>
  );
};

const Sessions = ({ language, sessions, own, told }: Props) => {
  const t = signInTexts(language);
  return (
    <section id="sessions">
      <h2>{t.sessions}</h2>
      {told === 'ended' && <Done>{t.ended}</Done>}
      {told === 'others-ended' && <Done>{t.othersEnded}</Done>}
      <ul class="rows">
        {sessions.map((session) => (
          <DeviceRow
            {...{ language }}
            of={session}
            began={t.since}
            {...(session.id === own
              ? { note: t.here }
              : {
                  end: {
                    action: `/account/sessions/${session.id}/end`,
                    text: t.end,
                    name: t.endOf,
                  },
                })}
          />
        ))}
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

const Link = ({ language, link }: { language: InterfaceLanguage; link: ShownLink }) => {
  const t = signInTexts(language);
  const day = plainDay(link.day, language);
  if (link.kind === 'used') return <p class="done">{t.linkUsed(day)}</p>;
  const { time, day: last } = link.until;
  return (
    <div class="done">
      <p>{t.linkOpen(day, time, plainDay(last, language))}</p>
      <form method="post" action="/account/link/end">
        <button class="quiet">{t.endLink}</button>
      </form>
    </div>
  );
};

export const AccountPage = (props: Props) => {
  const { language, workspace, passkeys, codesLeft, link, told } = props;
  const t = signInTexts(language);
  return (
    <Layout
      language={language}
      title={t.account}
      script="account"
      here="settings"
      {...(workspace !== null && { workspace })}
    >
      <main id="content" class="settings">
        <h1>{t.account}</h1>
        {told === 'anew' && <Done>{t.anew}</Done>}
        {told === 'link-ended' && link?.kind !== 'open' && <Done>{t.linkEnded}</Done>}
        {link && told !== 'anew' && <Link {...{ language, link }} />}
        <p>{passkeys.length === 0 && codesLeft === 0 ? t.newcomer : t.accountLead}</p>
        <Passkeys {...props} />
        <Codes {...props} />
        <Sessions {...props} />
        <Tokens {...props} isRevoked={told === 'revoked'} />
        <Name {...props} />
        <Export {...props} />
        <End {...props} />
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
    <Layout
      language={language}
      title={t.codesMade}
      here="settings"
      {...(workspace !== null && { workspace })}
    >
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
