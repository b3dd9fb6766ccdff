// Where an address is kept that another app shares: asked, told, and found again after signing in.
import { linkTexts } from '../../shared/locales/link.ts';
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { libraryNames } from './library-names.ts';
import { signInAddress } from './SignInPage.tsx';

/** What is to be kept; `title` may be ''. */
export interface ShownLink {
  url: string;
  title: string;
}

const Facts = ({ url, title }: ShownLink) => (
  <p class="shared">
    {title !== '' && <b dir="auto">{title}</b>}
    <span dir="ltr">{url}</span>
  </p>
);

const actionOf = (workspace: string): string => `/w/${workspace}/keep`;

interface AskProps {
  language: InterfaceLanguage;
  /** Those in which the person may keep, at least one. */
  workspaces: readonly Pick<WorkspaceSummary, 'id' | 'name' | 'role'>[];
  /** Null where what was shared has no address; 'nothing' where nothing was shared. */
  link: ShownLink | 'nothing' | null;
}

/** Asks for one press, in the workspace that is meant. */
export const AskToKeepPage = ({ language, workspaces, link }: AskProps) => {
  const t = linkTexts(language);
  const isFound = link !== null && link !== 'nothing';
  const [first] = workspaces;
  const nameOf = libraryNames(language, workspaces);
  return (
    <Layout language={language} title={t.title} {...(first && { workspace: first.id })}>
      <main id="content" class="message">
        <h1>{isFound ? t.ask : t.title}</h1>
        {isFound && <Facts {...link} />}
        <p>{t.lead}</p>
        <form method="post" action={actionOf(first?.id ?? '')}>
          {isFound ? (
            <>
              <input type="hidden" name="url" value={link.url} />
              <input type="hidden" name="title" value={link.title} />
            </>
          ) : (
            <>
              {link === null && (
                <p id="none" class="error">
                  {t.none}
                </p>
              )}
              <label>
                {t.address}
                <input
                  type="url"
                  name="url"
                  required
                  autocomplete="off"
                  autofocus={link === null}
                  aria-invalid={link === null || undefined}
                  aria-describedby={link === null ? 'none' : undefined}
                />
              </label>
            </>
          )}
          <p class="buttons">
            {workspaces.map(({ id }, at) => (
              <button class={at > 0 ? 'quiet' : undefined} formaction={actionOf(id)}>
                {workspaces.length > 1 ? <span dir="auto">{t.keepIn(nameOf(id))}</span> : t.keep}
              </button>
            ))}
          </p>
        </form>
      </main>
    </Layout>
  );
};

/** Says what was kept, or was already, and leads to it. */
export const LinkKeptPage = ({
  language,
  workspace,
  clip: { id, title, url, filled, language: own },
  isNew,
}: {
  language: InterfaceLanguage;
  workspace: string;
  clip: Clip;
  isNew: boolean;
}) => {
  const t = linkTexts(language);
  return (
    <Layout language={language} workspace={workspace} title={isNew ? t.kept : t.already}>
      <main id="content" class="message">
        <h1>{isNew ? t.kept : t.already}</h1>
        <p class="shared">
          <b lang={own ?? undefined} dir="auto">
            <a href={`/w/${workspace}/clip/${id}`}>{title}</a>
          </b>
          <span dir="ltr">{url}</span>
        </p>
        {!filled && <p>{t.comes}</p>}
        <p class="buttons">
          <a class="way" href={url} rel="noreferrer">
            {t.open}
          </a>
          <a class="way" href={`/w/${workspace}/library`}>
            {t.library}
          </a>
        </p>
      </main>
    </Layout>
  );
};

/** The page of whoever is not signed in: what was shared stands in its own address. */
export const SignInToKeepPage = ({
  language,
  link,
  here,
}: {
  language: InterfaceLanguage;
  link: ShownLink;
  here: string;
}) => {
  const t = linkTexts(language);
  const { title, text } = texts(language).pages.problems['sign-in'];
  return (
    <Layout language={language} title={title}>
      <main id="content" class="message">
        <h1>{title}</h1>
        <p>{text}</p>
        <Facts {...link} />
        <p>{t.notLost}</p>
        <p class="buttons">
          <a class="way" href={signInAddress(here)}>
            {signInTexts(language).title}
          </a>
          <a class="way" href={here}>
            {t.again}
          </a>
        </p>
      </main>
    </Layout>
  );
};
