// What Firefox lets the person refuse at install is not sent until it is allowed.
import { expect } from '@playwright/test';
import { test } from './firefox-test.ts';

test('a library is told browser and system only where the person allows it', async ({
  firefox,
  home,
}) => {
  const names = () =>
    home.query('SELECT name FROM pairing ORDER BY created_at').map(({ name }) => name);
  const startPairing = async (): Promise<void> => {
    const options = await firefox.options();
    await options.fill('#server', home.origin);
    await options.click({ role: 'button', name: 'Connect' });
  };

  await startPairing();
  await expect.poll(names).toEqual(['Dateline']);
  await firefox.tab(`${home.origin}/pair`);
  await (await firefox.options()).click({ role: 'button', name: 'Cancel' });
  await firefox.allowTechnicalData();
  await startPairing();
  await expect
    .poll(names)
    .toEqual(['Dateline', expect.stringMatching(/^Dateline · Firefox, \w+$/)]);
});
