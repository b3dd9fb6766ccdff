// A list as cards or as lines: whoever has chosen keeps it through whatever leads on from there.
import { beforeAll, expect, test } from 'vitest';
import { keep, type Me } from './feed-reading.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
let me: Me;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  me = await server.install({ zone: 'UTC' });
  for (let turn = 0; turn < 21; turn += 1) await keep(server, me, `Flood ${turn}`, '2026-03-01');
});

const open = async (path: string) => {
  const answer = await server.request(`/w/${me.workspace}/${path}`, { cookie: me.cookie });
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('&amp;', '&');
};

const SENTENCE = 'It happened today.';

test.each(['library', 'library?q=flood', 'search?q=flood'])(
  '%s shows what each is about, or lines alone',
  async (path) => {
    const beside = path.includes('?') ? '&' : '?';
    const lines = await open(`${path}${beside}view=list`);
    expect(await open(path)).toContain(`${SENTENCE}</p>`);
    expect(await open(`${path}${beside}view=else`)).toContain(`${SENTENCE}</p>`);
    expect(lines).not.toContain(SENTENCE);
    expect(lines).toContain(' 20</a>');
  },
);

test('the choice stands in every link that leads on, and can be taken back', async () => {
  const library = await open('library?view=list');
  for (const link of ['?shelf=all&view=list"', '?shelf=to-read&view=list&q="', '?shelf=to-read"'])
    expect(library).toContain(`/library${link}`);
  const filtered = await open('library?view=list&q=flood');
  for (const link of ['?shelf=all&view=list&q=flood"', '?shelf=to-read&q=flood"'])
    expect(filtered).toContain(`/library${link}`);
  expect(filtered).toContain('<input type="hidden" name="view" value="list"');
  const found = await open('search?view=list&q=flood');
  expect(found).toMatch(/rel="next" href="[^"]*\?view=list&q=flood&before=/);
  expect(found).toContain(`/w/${me.workspace}/search?q=flood"`);
  expect(found).toContain('<input type="hidden" name="view" value="list"');
});
