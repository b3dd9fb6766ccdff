// A page that says one thing: an error, or that something is done.
import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { ProblemCode } from '../../shared/schema/problem.ts';
import { type InterfaceLanguage, UuidV7 } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';

export const MessagePage = ({
  language,
  title,
  text,
  wayHome = true,
  children,
}: {
  language: InterfaceLanguage;
  title: string;
  text: string;
  /** Whether there is a home to go to. */
  wayHome?: boolean;
  children?: ComponentChildren;
}) => (
  <Layout language={language} title={title}>
    <main id="content" class="message">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      {wayHome && (
        <p>
          <a class="way" href="/">
            {texts(language).pages.home}
          </a>
        </p>
      )}
    </main>
  </Layout>
);

type Told = keyof ReturnType<typeof texts>['pages']['problems'];

const TOLD: Readonly<Partial<Record<ProblemCode, Told>>> = {
  'wrong-origin': 'wrong-origin',
  'role-too-low': 'role-too-low',
  'last-owner': 'last-owner',
  'not-found': 'not-found',
  'wrong-method': 'not-found',
  'bad-request': 'bad-request',
  'too-large': 'bad-request',
  busy: 'busy',
  'library-moving': 'library-moving',
  'too-many': 'too-many',
  'too-many-passkeys': 'too-many-passkeys',
};

/** A form that was sent and not taken: where to, and its fields. */
export interface Sent {
  to: string;
  fields: URLSearchParams;
}

const Fields = ({ of }: { of: URLSearchParams }) => (
  <>
    {Array.from(of, ([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const SendAgain = ({ language, sent: { to, fields } }: Asked & { sent: Sent }) => {
  const { pages: t } = texts(language);
  return (
    <form method="post" action={to}>
      <Fields of={fields} />
      <p>{t.sentKept}</p>
      <p class="buttons">
        <button>{t.sendAgain}</button>
      </p>
    </form>
  );
};

interface Asked {
  language: InterfaceLanguage;
}

/** The page of a problem, or of a day that no calendar has; with what was sent, where the same again may be taken. */
export const ProblemPage = ({
  language,
  code,
  sent = null,
}: Asked & { code: ProblemCode | 'no-such-day'; sent?: Sent | null }) => {
  const told = code === 'no-such-day' ? code : (TOLD[code] ?? 'internal');
  const { title, text } = texts(language).pages.problems[told];
  return (
    <MessagePage {...{ language, title, text }}>
      {sent && <SendAgain {...{ language, sent }} />}
    </MessagePage>
  );
};

// What people enter is neither an id nor a path.
const wasEntered = (value: string): boolean =>
  value.trim() !== '' && !value.startsWith('/w/') && !v.is(UuidV7, value);

/** A form that waited until its sender had signed in: what they had entered, and the button that sends it. */
export const WaitingFormPage = ({ language, sent: { to, fields } }: Asked & { sent: Sent }) => {
  const t = signInTexts(language);
  return (
    <MessagePage {...{ language }} title={t.waits} text={t.waitsLead}>
      <ul>
        {[...fields.values()].filter(wasEntered).map((value) => (
          <li dir="auto">{value}</li>
        ))}
      </ul>
      <form method="post" action={to}>
        <Fields of={fields} />
        <p class="buttons">
          <button>{t.send}</button>
        </p>
      </form>
    </MessagePage>
  );
};
