// The API’s description, whole and served to everybody. Each answer of the other tests is held against it.
import { expect, test } from 'vitest';
import { openApiDocument } from '../../worker/routes/openapi.ts';
import { ROUTES } from '../../worker/routes/registry.ts';
import { startServer } from './server.ts';

const document = openApiDocument(ROUTES);

test('it describes every route under /api', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const mounted = ROUTES.filter(({ path }) => path.startsWith('/api/')).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(described.sort()).toEqual(mounted.sort());
});

const emptySchemas = (node: unknown, path: string): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  if (!Array.isArray(node) && Object.keys(node).length === 0) return [path];
  return Object.entries(node).flatMap(([key, child]) => emptySchemas(child, `${path}/${key}`));
};

test('no schema in it is empty', () => {
  expect(emptySchemas(document.components.schemas, '')).toEqual([]);
});

test('anybody may read it', async () => {
  const server = await startServer('2026-03-10T08:00:00Z');
  const answer = await server.request('/api/openapi.json');
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
});
