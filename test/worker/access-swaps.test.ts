// Ids of another workspace, and keys that nobody asked for.
import { expect, test } from 'vitest';
import { COSTED, routeOf } from '../bench/cost-requests.ts';
import { askRoute, type Asked, type Home, makeHome } from './access/home.ts';
import { newId } from './sample.ts';
import { db, ORIGIN, type Server, startServer } from './server.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let started: Promise<Server> | null = null;
let asked = 0;

/** A home of its own, and what its owner sends to a route there. */
const ask = async (route: string): Promise<{ server: Server; home: Home; sent: Asked }> => {
  started ??= startServer('2026-03-10T08:00:00Z');
  const server = await started;
  asked += 1;
  const home = await makeHome(server);
  const asker = { shown: { cookie: home.cookie }, secret: null, nth: asked };
  return { server, home, sent: await askRoute(server, route, home, asker) };
};

const send = async (server: Server, { cookie }: Home, { method, path, json, form }: Asked) => {
  const answer = await server.request(path, {
    method,
    cookie,
    ...(json && { json }),
    ...(form && { form: { ...form } }),
    ...(!path.startsWith('/api/') && { headers: { origin: ORIGIN } }),
  });
  return { status: answer.status, body: await answer.text() };
};

const idsIn = (sent: Asked): string[] => JSON.stringify(sent).match(UUID) ?? [];

const withId = (sent: Asked, nth: number, id: string): Asked => {
  let at = -1;
  return JSON.parse(
    JSON.stringify(sent).replace(UUID, (found) => {
      at += 1;
      return at === nth ? id : found;
    }),
  );
};

const anonymous = (text: string, { workspace }: Home): string =>
  text
    .replaceAll(workspace, 'WORKSPACE')
    .replace(UUID, 'ID')
    // A saved search's token has its id in it, an invite's is random.
    .replace(/\/(feed|invite|share)\/[\w-]+/g, '/$1/TOKEN')
    // What is made has a day of its own each time.
    .replace(/\d{4}-\d{2}-\d{2}/g, 'DAY');

/** All that a workspace's rows are, but for what is only counted. */
const rowsOf = async ({ workspace }: Home) => {
  const tables = [
    'library',
    'clip',
    'keep',
    'trash',
    'reading',
    'highlight',
    'saved_search',
    'import',
  ];
  const found = await db.batch(
    tables.map((table) => db.prepare(`SELECT * FROM ${table} WHERE workspace = ?`).bind(workspace)),
  );
  return JSON.stringify(found.map(({ results }) => results));
};

const routes = Object.keys(COSTED).filter((asks) => routeOf(asks) === asks);

test.each(routes.filter((route) => route.includes(':workspace')))(
  'each id of another workspace is to %s as one that nobody has',
  async (route) => {
    const other = await ask(route);
    const foreign = idsIn(other.sent);
    const before = await rowsOf(other.home);
    for (const [nth, id] of foreign.entries()) {
      const answers: { status: number; body: string }[] = [];
      for (const swapped of [id, newId()]) {
        const { server, home, sent } = await ask(route);
        expect(idsIn(sent).length, 'the same request in each home').toBe(foreign.length);
        const { status, body } = await send(server, home, withId(sent, nth, swapped));
        answers.push({ status, body: anonymous(body, home) });
      }
      expect(answers[0], `id ${nth}`).toEqual(answers[1]);
    }
    expect(await rowsOf(other.home)).toEqual(before);
  },
);

const KEYS = ['role', 'isAdmin', 'workspaceId', 'id'];

test.each(routes.filter((route) => !route.startsWith('GET ')))(
  '%s refuses keys that nobody asked for',
  async (route) => {
    const { server, home, sent } = await ask(route);
    for (const key of KEYS) {
      const { json, form } = sent;
      if ((!json && !form) || key in { ...json, ...form }) continue;
      const more = {
        ...sent,
        ...(json && { json: { ...json, [key]: 'owner' } }),
        ...(form && { form: { ...form, [key]: 'owner' } }),
      };
      const { status } = await send(server, home, more);
      expect([400, 422], `${key}: ${status}`).toContain(status);
    }
  },
);
