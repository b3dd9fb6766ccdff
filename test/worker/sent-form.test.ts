// A form that was sent after its session had ended waits for who had filled it in, and for nobody else.
import { beforeEach, expect, test } from 'vitest';
import { db, type Server, startServer } from './server.ts';

let server: Server;
let cookie: string;
let workspace: string;
let code: string;

const FORM = { name: 'Nghĩa & "Team"', language: 'vi', zone: 'Asia/Ho_Chi_Minh' };

const send = (
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> => server.request(path, { method: 'POST', cookie, form, headers });

beforeEach(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  ({ cookie, workspace } = await server.claim());
  const made = await (await send('/account/recovery-codes', {})).text();
  code = /<li>([A-Z-]{19})<\/li>/.exec(made)?.[1] ?? '';
});

const endSessions = () => db.prepare('DELETE FROM session').run();

/** Where the page of an unsigned form leads back to after signing in. */
const nextOf = (page: string): string => {
  const query = /href="\/sign-in\?([^"]*)"/.exec(page)?.[1] ?? '';
  return new URLSearchParams(query.replaceAll('&amp;', '&')).get('next') ?? '';
};

const signIn = async (next: string): Promise<string> => {
  const answer = await server.request('/recover', { method: 'POST', form: { code, next } });
  expect(answer.status).toBe(303);
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return answer.headers.get('location') ?? '';
};

const fieldsOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(
      page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g),
      ([, name, value]) => [
        name ?? '',
        (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ],
    ),
  );

const lost = async (answer: Response) => {
  const page = await answer.text();
  expect(answer.status).toBe(401);
  expect(page).toContain('could not be kept');
  expect(page).toContain('href="/sign-in"');
  // It is told to go back and copy it.
  expect(answer.headers.has('clear-site-data')).toBe(false);
};

test('it is there after signing in, and done once its button is pressed', async () => {
  await endSessions();
  const refused = await send('/workspaces', FORM);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('clear-site-data')).toBe('"cache"');
  const page = await refused.text();
  expect(page).toContain('is not lost');
  const back = await signIn(nextOf(page));
  const waiting = await (await server.request(back, { cookie })).text();
  expect(waiting).toContain('<li dir="auto">Nghĩa &amp; &quot;Team&quot;</li>');
  expect(waiting).toContain('action="/workspaces"');
  expect(fieldsOf(waiting)).toEqual(FORM);
  // Both were made in one moment: which comes first is chance.
  const mine = async () => {
    const told = await server.request('/api/workspaces', { cookie });
    const { workspaces } = await told.json<{ workspaces: { name: string }[] }>();
    return workspaces.map(({ name }) => name).toSorted();
  };
  expect(await mine()).toEqual(['News']);
  await send('/workspaces', fieldsOf(waiting));
  expect(await mine()).toEqual(['News', FORM.name]);
});

test('somebody else who signs in there is led home, with nothing of it', async () => {
  await endSessions();
  const next = nextOf(await (await send('/workspaces', FORM)).text());
  expect(next).toContain('/?entered=');
  const other = await server.claim({ name: 'Other' });
  const answer = await server.request(next, { cookie: other.cookie });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    expect.stringContaining(`/w/${other.workspace}/day/`),
  ]);
});

test('what is too long for an address, from elsewhere, or of nobody known does not wait, and it is said', async () => {
  await endSessions();
  await lost(await send(`/w/${workspace}/searches`, { name: 'x', query: 'y'.repeat(20_000) }));
  await lost(await send(`/w/${workspace}/searches`, { name: 'x', query: '\u0001'.repeat(700) }));
  await lost(await send('/workspaces', FORM, { origin: 'https://evil.example' }));
  await lost(await server.request('/workspaces', { method: 'POST', form: FORM }));
  const long = await send(`/w/${workspace}/searches`, { name: 'x', query: 'ư'.repeat(380) });
  const back = await signIn(nextOf(await long.text()));
  expect(await (await server.request(back, { cookie })).text()).toContain('ư'.repeat(380));
  // What has nothing in it loses nothing.
  await endSessions();
  const button = await send('/account/sessions/end-others', {}, { 'content-length': '0' });
  expect(await button.text()).not.toMatch(/is not lost|could not be kept/);
});
