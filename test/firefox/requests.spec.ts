// What leaves the machine: nothing until a person acts, then one write for one save.
import { expect } from '@playwright/test';
import { connect } from './acts.ts';
import { test } from './firefox-test.ts';

test('nothing is sent until a person acts, and one save is one write', async ({
  firefox,
  home,
  pages,
}) => {
  await firefox.open(`${pages.origin}/plain`);
  const panel = await firefox.read();
  await expect.poll(() => panel.text('h1')).toBe('The register of land opens');
  await firefox.stopBackground();
  expect(await firefox.requests()).toEqual([]);

  await connect(firefox, home);
  await firefox.open(`${pages.origin}/plain`);
  await firefox.read();
  await expect.poll(() => panel.text('h1')).toBe('The register of land opens');
  const before = await firefox.requests();
  await panel.click('.keep');
  await expect.poll(() => panel.text('.fate')).toContain('Kept in');
  // Firefox opens the write first, and asks leave for it then.
  const asked = (await firefox.requests())
    .slice(before.length)
    // Which clips the library has is asked by a place in it alone.
    .filter(
      (request) => !/\/(?:cards(?:\?before=[\w-]+)?|changes\?since=\d+&read=\d+)$/.test(request),
    )
    .sort();
  const keep = asked[1]?.replace('PUT ', '') ?? '';
  expect(asked).toEqual([`OPTIONS ${keep}`, `PUT ${keep}`]);
  const addresses = [...before, ...asked].map((request) => request.split(' ')[1] ?? '');
  expect(addresses.filter((address) => !address.startsWith(home.origin))).toEqual([]);
});
