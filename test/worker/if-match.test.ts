// Changes of nothing but what the caller has read: every route of the API that hears If-Match.
import { expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { routeOf } from '../bench/cost-requests.ts';
import { askRoute, type Asked, type Home, makeHome } from './access/home.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let started: Promise<Server> | null = null;
let asked = 0;

type Send = (method: string, path: string, json?: object) => Promise<Response>;

/** What a route changes, as it is read, and how somebody else changes it meanwhile. */
interface Changed {
  at: (asked: Asked, home: Home) => string;
  meanwhile: (send: Send, at: string, home: Home, server: Server) => Promise<unknown>;
  /** What is sent in place of what the route is usually asked. */
  json?: (home: Home) => object;
}

const ofClip: Changed = {
  at: (_, { workspace, clip }) => `/api/w/${workspace}/clips/${clip}`,
  meanwhile: (send, _, { workspace, clip }) =>
    send('PUT', `/api/w/${workspace}/edits/${newId()}`, {
      version: 1,
      keep: clip,
      correction: { title: 'Meanwhile' },
    }),
};

const acting = (act: object): Changed => ({
  ...ofClip,
  json: ({ clip }) => ({ version: 1, clip, act }),
});

const ofHighlights: Changed = {
  at: (_, { workspace, clip }) => `/api/w/${workspace}/clips/${clip}/highlights`,
  meanwhile: (send, _, { workspace, clip }) =>
    send('PUT', `/api/w/${workspace}/highlights/${newId()}`, {
      version: 1,
      keep: clip,
      highlight: newId(),
      mark: {
        anchor: { quote: 'It', before: '', after: '', start: 0, end: 2 },
        colour: 'green',
        note: 'Meanwhile',
      },
    }),
};

const ofTrash: Changed = {
  at: ({ path }) => path.replace('/restore', ''),
  meanwhile: async (send, at, { workspace, clip }, server) => {
    await send('POST', `${at}/restore`);
    server.setClock('2026-03-10T08:01:00Z');
    await send('DELETE', `/api/w/${workspace}/clips/${clip}`);
    server.setClock('2026-03-10T08:00:00Z');
  },
};

const ofMember: Changed = {
  at: ({ path }) => path.replace('/hand-over', ''),
  meanwhile: (send, at) => send('PUT', at, { role: 'editor' }),
};

const ofSearch: Changed = {
  at: ({ path }) => path.replace('/feed', ''),
  meanwhile: (send, at) => send('PUT', at, { name: 'Meanwhile', query: 'a' }),
};

/** The tag or collection that a request names: another clip of it is a change of it. */
const ofName: Changed = {
  at: ({ path }) => path.replace('/merge', ''),
  meanwhile: (send, at, { workspace, other }) => {
    const [, noun = '', name = ''] = /\/(tags|collections)\/([^/]+)$/.exec(at) ?? [];
    const nothing = { tags: [], collections: [] };
    return send('PUT', `/api/w/${workspace}/filings/${newId()}`, {
      version: 1,
      keep: other,
      change: { add: { ...nothing, [noun]: [decodeURIComponent(name)] }, remove: nothing },
    });
  },
};

const ofZone: Changed = {
  at: ({ path }) => path,
  meanwhile: (send, at) => send('PUT', at, { zone: 'America/Lima' }),
  json: () => ({ zone: 'Asia/Tokyo' }),
};

const ofReading: Changed = {
  at: ({ path }) => path,
  meanwhile: (send, at) => send('PUT', at, { place: 1 }),
  json: () => ({ starred: true }),
};

const ofWorkspace: Changed = {
  at: ({ path }) => path,
  meanwhile: (send, at) => send('PUT', at, { name: 'Meanwhile' }),
};

const CHANGED: Readonly<Record<string, Changed>> = {
  'PUT /api/w/:workspace/edits/:id': ofClip,
  'PUT /api/w/:workspace/filings/:id': ofClip,
  'PUT /api/w/:workspace/acts/:id': ofClip,
  'PUT /api/w/:workspace/acts/:id, to file': acting({
    kind: 'file',
    change: { add: { tags: ['lũ'], collections: [] }, remove: { tags: [], collections: [] } },
  }),
  'PUT /api/w/:workspace/acts/:id, to delete': acting({ kind: 'delete' }),
  'PUT /api/w/:workspace/clips/:id/story': { ...ofClip, json: () => ({ with: null }) },
  'DELETE /api/w/:workspace/keeps/:id': ofClip,
  'DELETE /api/w/:workspace/clips/:id': ofClip,
  'PUT /api/w/:workspace/highlights/:id': ofHighlights,
  'POST /api/w/:workspace/trash/:id/restore': ofTrash,
  'DELETE /api/w/:workspace/trash/:id': ofTrash,
  'PUT /api/w/:workspace/tags/:name': ofName,
  'POST /api/w/:workspace/tags/:name/merge': ofName,
  'DELETE /api/w/:workspace/tags/:name': ofName,
  'PUT /api/w/:workspace/collections/:name': ofName,
  'POST /api/w/:workspace/collections/:name/merge': ofName,
  'DELETE /api/w/:workspace/collections/:name': ofName,
  'PUT /api/w/:workspace/members/:account': { ...ofMember, json: () => ({ role: 'owner' }) },
  'POST /api/w/:workspace/members/:account/hand-over': ofMember,
  'DELETE /api/w/:workspace/members/:account': ofMember,
  'PUT /api/w/:workspace/searches/:id': ofSearch,
  'DELETE /api/w/:workspace/searches/:id': ofSearch,
  'POST /api/w/:workspace/searches/:id/feed': ofSearch,
  'PUT /api/w/:workspace/zone': ofZone,
  'PUT /api/w/:workspace': ofWorkspace,
  'PUT /api/w/:workspace/clips/:id/reading': ofReading,
};

/** A home with something to change there, and its tag. */
const begin = async (key: string) => {
  const route = routeOf(key);
  started ??= startServer('2026-03-10T08:00:00Z');
  const server = await started;
  asked += 1;
  const home = await makeHome(server);
  const { cookie } = home;
  const asker = { shown: { cookie }, secret: null, nth: asked };
  const usual = await askRoute(server, route, home, asker);
  const changed = CHANGED[key];
  if (!changed) throw new Error(`nothing is known of what ${route} changes`);
  const sent = { ...usual, ...(changed.json && { json: changed.json(home) }) };
  const send: Send = async (method, path, json) => {
    const answer = await server.request(path, { method, cookie, ...(json && { json }) });
    expect(answer.status, `${method} ${path}`).toBeLessThan(300);
    return answer;
  };
  // What is written under a new id is there from its first write on.
  if (route === 'PUT /api/w/:workspace/searches/:id')
    await send('PUT', sent.path, { name: 'Before', query: 'b' });
  const at = changed.at(sent, home);
  const read = async () => {
    const answer = await server.request(at, { cookie });
    // Who compresses an answer on its way makes its tag a weak one.
    if (answer.ok) expect(answer.headers.get('cache-control')).toContain('no-transform');
    return { status: answer.status, tag: answer.headers.get('etag') ?? '' };
  };
  const change = async (ifMatch: string, database?: D1Database) => {
    const answer = await server.request(sent.path, {
      method: sent.method,
      cookie,
      headers: { 'if-match': ifMatch },
      ...(sent.json && { json: sent.json }),
      ...(database && { database }),
    });
    const text = await answer.text();
    return { status: answer.status, code: text && (JSON.parse(text) as { code?: string }).code };
  };
  const meanwhile = () => changed.meanwhile(send, at, home, server);
  return { read, change, meanwhile };
};

const REFUSED = { status: 412, code: 'changed-meanwhile' };

/** The database, which tells of each round trip before it goes, and after it which of them wrote. */
const watched = (before: (trip: number) => Promise<unknown>) => {
  const wrote: number[] = [];
  let trips = 0;
  const database = new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => {
            const trip = trips;
            trips += 1;
            await before(trip);
            const results = await target.batch(statements);
            if (results.some(({ meta }) => meta.changes > 0)) wrote.push(trip);
            return results;
          }
        : (sql: string) => target.prepare(sql),
  });
  return { database, wrote };
};

test('the routes that hear If-Match are these', () => {
  const hear = ROUTES.filter(({ operation }) => operation?.ifMatch !== undefined);
  expect(hear.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...new Set(Object.keys(CHANGED).map(routeOf))].sort(),
  );
});

test.each(Object.keys(CHANGED))('%s changes nothing by another tag', async (route) => {
  const { read, change } = await begin(route);
  const before = await read();
  expect(before).toMatchObject({ status: 200, tag: expect.stringMatching(/^"[\w-]+"$/) });
  for (const tags of ['"another"', `W/${before.tag}`, `"another", W/${before.tag}`, 'another', ''])
    expect(await change(tags), tags).toEqual(REFUSED);
  expect(await read()).toEqual(before);
});

test.each(Object.keys(CHANGED))('%s goes through by its tag among others', async (route) => {
  const { read, change } = await begin(route);
  const { tag } = await read();
  expect((await change(`"another", ${tag}`)).status).toBeLessThan(300);
});

test.each(Object.keys(CHANGED))('%s goes through by any tag', async (route) => {
  const { change } = await begin(route);
  expect((await change('*')).status).toBeLessThan(300);
});

test.each(Object.keys(CHANGED))(
  '%s changes nothing where somebody else is first, however late',
  async (route) => {
    const undisturbed = await begin(route);
    const calm = watched(() => Promise.resolve());
    const { tag } = await undisturbed.read();
    expect((await undisturbed.change(tag, calm.database)).status).toBeLessThan(300);
    const [writes = 0] = calm.wrote;
    // From behind the sign-in to right before it is written.
    for (let trip = 1; trip <= writes; trip += 1) {
      const { read, change, meanwhile } = await begin(route);
      const old = await read();
      let after = old;
      const disturbed = watched(async (at) => {
        if (at !== trip) return;
        await meanwhile();
        after = await read();
      });
      expect(await change(old.tag, disturbed.database), `before trip ${trip}`).toEqual(REFUSED);
      expect(after).not.toEqual(old);
      expect(await read()).toEqual(after);
    }
    expect(writes).toBeGreaterThan(0);
  },
);

/** What has no other address afterwards, and where its caller may still ask. */
const REPEATED = Object.keys(CHANGED).filter(
  (route) => !/merge|hand-over|\/feed|DELETE .*members|PUT .*(tags|collections)/.test(route),
);

test.each(REPEATED)(
  '%s, done already, is answered as it was, whatever If-Match says',
  async (route) => {
    const { read, change } = await begin(route);
    const { tag } = await read();
    const first = await change(tag);
    expect(first.status).toBeLessThan(300);
    expect(await change(tag)).toEqual(first);
  },
);

test('a collection that is described as is asked hears so, whatever If-Match says', async () => {
  const server = await (started ?? startServer('2026-03-10T08:00:00Z'));
  const { cookie, workspace } = await makeHome(server);
  const at = `/api/w/${workspace}/collections/Described`;
  const filing = { tags: [], collections: ['Described'] };
  await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    cookie,
    json: sample({}, { filing }),
  });
  const tag = (await server.request(at, { cookie })).headers.get('etag') ?? '';
  const describe = (description: string) =>
    server.request(at, {
      method: 'PUT',
      cookie,
      headers: { 'if-match': tag },
      json: { description },
    });
  expect((await describe('Once')).status).toBe(200);
  expect((await describe('Once')).status).toBe(200);
  expect((await describe('Twice')).status).toBe(412);
});

test('a search that was deleted meanwhile does not come back by If-Match', async () => {
  const server = await (started ?? startServer('2026-03-10T08:00:00Z'));
  const { cookie, workspace } = await makeHome(server);
  const at = `/api/w/${workspace}/searches/${newId()}`;
  const json = { name: 'Storms', query: 'storm' };
  await server.request(at, { method: 'PUT', cookie, json });
  const tag = (await server.request(at, { cookie })).headers.get('etag') ?? '';
  await server.request(at, { method: 'DELETE', cookie });
  for (const read of [tag, '*']) {
    const headers = { 'if-match': read };
    expect((await server.request(at, { method: 'PUT', cookie, headers, json })).status).toBe(412);
    expect((await server.request(at, { cookie })).status).toBe(404);
    expect((await server.request(at, { method: 'DELETE', cookie, headers })).status).toBe(204);
  }
});

test('a page elsewhere may send If-Match', async () => {
  const server = await (started ?? startServer('2026-03-10T08:00:00Z'));
  const answer = await server.request('/api/w/any/clips/any', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'authorization, if-match',
    },
  });
  expect(answer.headers.get('access-control-allow-headers')).toContain('if-match');
});
