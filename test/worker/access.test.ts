// Who is answered what: each cell of docs/access.md is asked.
import { expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { askRoute, type Home, makeHome } from './access/home.ts';
import { PRINCIPALS } from './access/principals.ts';
import { ACCESS } from './access/table.ts';
import { ORIGIN, type Server, startServer } from './server.ts';

let asked = 0;
let homes: { server: Server; refused: Home; elsewhere: Home } | null = null;

const startHomes = async () => {
  const server = await startServer('2026-03-10T08:00:00Z');
  return { server, refused: await makeHome(server), elsewhere: await makeHome(server) };
};

const answerTo = async (route: string, principal: string, expected: number): Promise<number> => {
  homes ??= await startHomes();
  const { server, refused, elsewhere } = homes;
  asked += 1;
  // Who is refused leaves all as it was.
  const home = expected < 400 ? await makeHome(server) : refused;
  const asker = await PRINCIPALS[principal]?.(asked, home, elsewhere);
  if (!asker) throw new Error(`nobody is called ${principal}`);
  const { method, path, json, form } = await askRoute(server, route, home, asker);
  await asker.meanwhile?.(home);
  const answer = await server.request(path, {
    method,
    ...asker.shown,
    ...(json && { json }),
    ...(form && { form: { ...form } }),
    ...(!path.startsWith('/api/') && { headers: { origin: ORIGIN } }),
  });
  return answer.status;
};

test('the page tells of every route and of everybody', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(ACCESS.map(({ route }) => route).sort(), 'add a row to docs/access.md').toEqual(
    routes.sort(),
  );
  for (const { route, answers } of ACCESS)
    expect(Object.keys(answers), route).toEqual(Object.keys(PRINCIPALS));
});

test.each(ACCESS)('$route', async ({ route, answers }) => {
  const found: Record<string, number> = {};
  for (const [principal, expected] of Object.entries(answers))
    found[principal] = await answerTo(route, principal, expected);
  expect(found).toEqual(answers);
});
