// The API for people to read, from its own description: every operation with who may call it, what it takes and answers.
import { referenceTexts } from '../../shared/locales/reference.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { Shape } from './Shape.tsx';
import type { JsonSchema } from '@valibot/to-json-schema';

/** An operation as the page tells it. */
export interface Told {
  method: string;
  path: string;
  id: string;
  summary: string;
  /** Null for anybody. */
  takes: 'token' | 'session' | null;
  given: readonly { name: string; place: 'query' | 'header'; description: string }[];
  body: string | null;
  answers: readonly { status: string; schema: string | null }[];
  problems: readonly { status: string; description: string }[];
}

interface Props {
  language: InterfaceLanguage;
  operations: readonly Told[];
  schemas: Readonly<Record<string, JsonSchema>>;
}

const Named = ({ schema }: { schema: string }) => (
  <a href={`#${schema}`}>
    <code>{schema}</code>
  </a>
);

const Operation = ({ told, language }: { told: Told; language: InterfaceLanguage }) => {
  const t = referenceTexts(language);
  return (
    <section id={told.id}>
      <h3>
        <code>
          {told.method} <wbr />
          {told.path}
        </code>
      </h3>
      <p lang="en">{told.summary}</p>
      <dl>
        <dt>{t.who}</dt>
        <dd>{told.takes === null ? t.anybody : t.by[told.takes]}</dd>
        {told.given.map(({ name, place, description }) => (
          <>
            <dt>
              <code>{name}</code> <span class="note">{t.places[place]}</span>
            </dt>
            <dd lang="en">{description}</dd>
          </>
        ))}
        {told.body !== null && (
          <>
            <dt>{t.body}</dt>
            <dd>
              <Named schema={told.body} />
            </dd>
          </>
        )}
        <dt>{t.answers}</dt>
        <dd>
          <ul>
            {told.answers.map(({ status, schema }) => (
              <li>
                <code>{status}</code> {schema === null ? t.noBody : <Named schema={schema} />}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t.problems}</dt>
        <dd lang="en">
          <ul>
            {told.problems.map(({ status, description }) => (
              <li>
                <code>{status}</code> {description}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
};

export const ReferencePage = ({ language, operations, schemas }: Props) => {
  const t = referenceTexts(language);
  return (
    <Layout language={language} title={t.title}>
      <main id="content" class="settings reference">
        <h1>{t.title}</h1>
        <p>
          {t.lead} <a href="/api/openapi.json">OpenAPI 3.1</a>
        </p>
        <nav aria-label={t.contents}>
          <ul>
            {operations.map(({ id, method, path }) => (
              <li>
                <a href={`#${id}`}>
                  <code>
                    {method} <wbr />
                    {path}
                  </code>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <h2>{t.operations}</h2>
        {operations.map((told) => (
          <Operation told={told} language={language} />
        ))}
        <h2>{t.forms}</h2>
        <p>{t.formsLead}</p>
        {Object.entries(schemas).map(([name, schema]) => (
          <section id={name}>
            <h3>
              <code>{name}</code>
            </h3>
            <pre>
              <code>
                <Shape of={schema} />
              </code>
            </pre>
          </section>
        ))}
      </main>
    </Layout>
  );
};
