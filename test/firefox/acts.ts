// What a person does in Firefox, by the clicks that it takes.
import { expect } from '@playwright/test';
import type { Home } from '../e2e/panel-home.ts';
import type { Firefox } from './browser.ts';
import { until } from './until.ts';

/** Claims an installation and pairs the extension with it, by the clicks of a person. */
export const connect = async (firefox: Firefox, { claimLink, origin }: Home): Promise<void> => {
  const claim = await firefox.open(claimLink);
  await claim.click({ role: 'button', name: 'Make it mine' });
  await firefox.tab(`${origin}/w/`);
  const options = await firefox.options();
  await options.fill('#server', origin);
  await options.click({ role: 'button', name: 'Connect' });
  const approval = await firefox.tab(`${origin}/pair`);
  await approval.click({ role: 'button', name: 'Yes, continue' });
  // The page that answers takes the tab's place under the same address.
  await until('the page to approve on', async () => {
    const answer = await firefox.tab(`${origin}/pair`);
    return (await answer.text()).includes('Approve');
  });
  const answer = await firefox.tab(`${origin}/pair`);
  await answer.click({ role: 'button', name: 'Approve' });
  await options.bringToFront();
  await expect.poll(() => options.text()).toContain('Connected to');
};
