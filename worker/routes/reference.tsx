// The page of the API. It says the same as its description, of which it is made.
import { ReferencePage, type Told } from '../pages/ReferencePage.tsx';
import { page, withEtag } from './answers.ts';
import { wishedLanguage } from './language.ts';
import { openApiDocument } from './openapi.ts';
import { anybody } from './policy.ts';
import { pageRoute, type Route } from './route.ts';

type Document = ReturnType<typeof openApiDocument>;
type Described = Document['paths'][string][string];

const takesOf = ({ security }: Described): Told['takes'] =>
  security.length === 0 ? null : security.some((way) => 'token' in way) ? 'token' : 'session';

const schemaName = (reference: string): string => reference.split('/').at(-1) ?? '';

const toldOf = (method: string, path: string, described: Described): Told => {
  const answers = Object.entries(described.responses);
  return {
    method: method.toUpperCase(),
    path,
    id: described.operationId,
    summary: described.summary,
    takes: takesOf(described),
    given: described.parameters.flatMap((given) =>
      'description' in given
        ? [{ name: given.name, place: given.in, description: given.description }]
        : [],
    ),
    body: described.requestBody
      ? schemaName(described.requestBody.content['application/json'].schema.$ref)
      : null,
    answers: answers
      .filter(([status]) => Number(status) < 400)
      .map(([status, { content }]) => {
        const [first] = Object.values(content ?? {});
        return { status, schema: first ? schemaName(first.schema.$ref) : null };
      }),
    problems: answers
      .filter(([status]) => Number(status) >= 400)
      .map(([status, { description }]) => ({ status, description })),
  };
};

/** The route of the page that tells of some routes. */
export const referenceRoute = (routes: () => readonly Route[]): Route =>
  pageRoute({
    method: 'GET',
    path: '/reference',
    policy: anybody,
    handler: (c) => {
      const { paths, components } = openApiDocument(routes());
      const operations = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, described]) => toldOf(method, path, described)),
      );
      const language = wishedLanguage(c);
      return withEtag(
        c,
        page(c, <ReferencePage {...{ language, operations }} schemas={components.schemas} />),
      );
    },
  });
