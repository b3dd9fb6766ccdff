// A page that says one thing: an error, or that something is done.
import { texts } from '../../shared/locales/index.ts';
import type { ProblemCode } from '../../shared/schema/problem.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';

export const MessagePage = ({
  language,
  title,
  text,
  wayHome = true,
}: {
  language: InterfaceLanguage;
  title: string;
  text: string;
  /** Whether there is a home to go to. */
  wayHome?: boolean;
}) => (
  <Layout language={language} title={title}>
    <main id="content" class="message">
      <h1>{title}</h1>
      <p>{text}</p>
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

/** The page of a problem, or of a day that no calendar has. */
export const ProblemPage = ({
  language,
  code,
}: {
  language: InterfaceLanguage;
  code: ProblemCode | 'no-such-day';
}) => {
  const told = code === 'no-such-day' ? code : (TOLD[code] ?? 'internal');
  const { title, text } = texts(language).pages.problems[told];
  return <MessagePage {...{ language, title, text }} />;
};
