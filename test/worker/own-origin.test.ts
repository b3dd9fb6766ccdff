// What is sent by another site's page is refused, whoever is signed in: on every route that a page can send to.
import { beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { ORIGIN, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
let cookie: string;
let workspace: string;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  ({ cookie, workspace } = await server.claim());
});

const FOREIGN = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: `${ORIGIN}.evil.example` },
  { origin: 'http://news.example' },
  { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
  { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
];

const WRITES = ROUTES.filter(
  ({ method, policy, operation }) =>
    method !== 'GET' && !(operation !== null && policy.kind === 'public'),
);

describe.each(WRITES.map(({ method, path }) => ({ method, path })))(
  '$method $path',
  ({ method, path }) => {
    test('takes nothing from another site', async () => {
      const address = path.replace(':workspace', workspace).replace(/:\w+/g, 'x');
      const before = await rowCounts();
      for (const headers of FOREIGN) {
        const answer = await server.request(address, { method, cookie, headers, json: {} });
        expect(answer.status, JSON.stringify(headers)).toBe(403);
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
      expect(await rowCounts()).toEqual(before);
    });
  },
);
