// The API's description, from the same routes that are mounted (OpenAPI 3.1).
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import { type ProblemCode, PROBLEMS } from '../../shared/schema/problem.ts';
import type { Policy } from './policy.ts';
import type { Operation, Route } from './route.ts';
import { SCHEMAS, type SchemaName } from './schemas.ts';

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

const impliedProblems = (policy: Policy<unknown>, method: string, body: boolean): ProblemCode[] => [
  ...(policy.kind === 'public' ? [] : (['sign-in', 'too-many'] as const)),
  ...(policy.kind === 'public' || method === 'GET' ? [] : (['wrong-origin'] as const)),
  ...(policy.kind === 'workspace'
    ? (['not-found', 'role-too-low', 'insufficient-scope'] as const)
    : []),
  ...(body ? (['bad-json', 'bad-request', 'too-large', 'wrong-type'] as const) : []),
  'internal',
  'busy',
  ...(policy.kind === 'workspace' && method !== 'GET' ? (['library-moving'] as const) : []),
];

const describeProblems = (codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    Array.from(
      Map.groupBy(codes, (code) => PROBLEMS[code].status),
      ([status, alike]) => [
        String(status),
        {
          description: alike.map((code) => `${code}: ${PROBLEMS[code].title}`).join(' '),
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      ],
    ),
  );

const describeAnswers = ({ answers, lines }: Operation) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      schema
        ? {
            description: lines ? `${schema}, one a line` : schema,
            content: {
              [lines ? 'application/jsonl' : 'application/json']: { schema: reference(schema) },
            },
          }
        : { description: status === '304' ? 'The caller has it already.' : 'Done.' },
    ]),
  );

const described = (place: 'query' | 'header', names: Readonly<Record<string, string>> = {}) =>
  Object.entries(names).map(([name, description]) => ({
    name,
    in: place,
    description,
    schema: { type: 'string' },
  }));

const headersOf = ({ ifMatch }: Operation): Readonly<Record<string, string>> => ({
  ...(ifMatch !== undefined && {
    'If-Match': `The ETag of ${ifMatch} as the caller has read it. Where that is another by now, nothing is changed.`,
  }),
});

const describe = ({ method, path, policy }: Route, operation: Operation) => ({
  operationId: operation.id,
  summary: operation.summary,
  security:
    policy.kind === 'public'
      ? []
      : [...(policy.takesTokens ? [{ token: [] }] : []), { session: [] }],
  parameters: [
    ...Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...described('query', operation.query),
    ...described('header', headersOf(operation)),
  ],
  ...(operation.body && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: reference(operation.body) } },
    },
  }),
  responses: {
    ...describeProblems([
      ...new Set([
        ...impliedProblems(policy, method, operation.body !== undefined),
        ...(operation.problems ?? []),
        ...(operation.ifMatch === undefined ? [] : (['changed-meanwhile'] as const)),
      ]),
    ]),
    ...describeAnswers(operation),
  },
});

/** The OpenAPI 3.1 document of the routes that have an operation; the same for every caller. */
export const openApiDocument = (routes: readonly Route[]) => {
  const paths: Record<string, Record<string, ReturnType<typeof describe>>> = {};
  for (const route of routes) {
    if (!route.operation) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: describe(route, route.operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Dateline', version: '0.1.0' },
    paths,
    components: {
      schemas: toJsonSchemaDefs(SCHEMAS, {
        target: 'draft-2020-12',
        // What JSON Schema cannot say (a day that exists, well-formed text) is still checked by the server.
        errorMode: 'ignore',
        overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
      }),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-dateline' },
      },
    },
  };
};
