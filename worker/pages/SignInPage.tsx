// Signing in: by a passkey, or by a recovery code, which works without script.
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';

/** The address of the page that leads to `next`, a path of this server, afterwards. */
export const signInAddress = (next: string): string =>
  next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;

export const SignInPage = ({
  language,
  next,
  wrongCode,
}: {
  language: InterfaceLanguage;
  /** The path that one is led to afterwards. */
  next: string;
  /** What was entered and is no code; null where nothing was. */
  wrongCode: string | null;
}) => {
  const t = signInTexts(language);
  return (
    <Layout language={language} title={t.title} script="account">
      <main id="content" class="message">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <noscript>
          <p class="hint">{t.noScript}</p>
        </noscript>
        <form method="post" action="/sign-in" data-passkey="use" data-next={next}>
          <p class="buttons">
            <button>{t.withPasskey}</button>
          </p>
          <output />
        </form>
        <section class="beside">
          <h2>{t.codeTitle}</h2>
          <form method="post" action="/recover">
            <input type="hidden" name="next" value={next} />
            <label>
              {t.code}
              <input
                class="code"
                name="code"
                value={wrongCode ?? ''}
                required
                maxLength={40}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                autofocus={wrongCode !== null}
                aria-invalid={wrongCode === null ? undefined : true}
                aria-describedby={wrongCode === null ? 'code-hint' : 'code-wrong code-hint'}
              />
            </label>
            {wrongCode !== null && (
              <p id="code-wrong" class="error">
                {t.codeWrong}
              </p>
            )}
            <p id="code-hint" class="hint">
              {t.codeHint}
            </p>
            <p class="buttons">
              <button class="quiet">{t.withCode}</button>
            </p>
          </form>
          <p class="hint">{t.neither}</p>
        </section>
      </main>
    </Layout>
  );
};

/** What somebody sees who is not signed in, or not since just now, with the way to it. */
export const NotSignedInPage = ({
  language,
  here,
  code = 'sign-in',
  entered = null,
}: {
  language: InterfaceLanguage;
  code?: 'sign-in' | 'sign-in-again';
  /** The path that was asked for. */
  here: string;
  /** What becomes of what they had entered; null where that was nothing. */
  entered?: 'kept' | 'lost' | null;
}) => {
  const { title, text } = texts(language).pages.problems[code];
  return (
    <Layout language={language} title={title}>
      <main id="content" class="message">
        <h1>{title}</h1>
        <p>{text}</p>
        {entered && <p>{signInTexts(language).entered[entered]}</p>}
        <p>
          <a class="way" href={signInAddress(here)}>
            {signInTexts(language).title}
          </a>
        </p>
      </main>
    </Layout>
  );
};
