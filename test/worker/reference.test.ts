// The page of the API.
import { expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { startServer } from './server.ts';

test('the page of the API tells every operation and form, and loads nothing from elsewhere', async () => {
  const server = await startServer('2026-03-10T08:00:00Z');
  const answer = await server.request('/reference', { headers: { 'accept-language': 'vi' } });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain('<html lang="vi">');
  for (const { operation } of ROUTES)
    if (operation) expect(html, operation.id).toContain(`<section id="${operation.id}">`);

  // Whatever is linked here is here.
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
  const links = Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html).toContain('<a href="#ReadingWrite">ReadingWrite</a>');

  const again = {
    headers: { 'accept-language': 'vi', 'if-none-match': answer.headers.get('etag') ?? '' },
  };
  expect((await server.request('/reference', again)).status).toBe(304);
});
