// A feed that a person opens: Firefox has nothing of its own for feeds, and would offer the file or show its text.
import { expect } from '@playwright/test';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { connect } from './acts.ts';
import { test } from './firefox-test.ts';

const t = feedTexts('en');

test('is a page with its address and its entries as links, in each format, and its address is copied', async ({
  firefox,
  home,
  pages,
}) => {
  await connect(firefox, home);
  await firefox.open(`${pages.origin}/plain`);
  const panel = await firefox.read();
  await panel.click('.keep');
  await expect.poll(() => panel.text('.fate')).toContain('Kept in the digest of');
  const [library] = home.query('SELECT workspace FROM library');
  const list = await firefox.open(`${home.origin}/w/${String(library?.['workspace'])}/feeds`);
  for (const name of [
    t.dayFormatOf('RSS', t.library),
    t.formatOf('Atom', 'Clip by clip'),
    t.dayFormatOf('JSON Feed', 'Politics'),
  ]) {
    const link = `a[aria-label=${JSON.stringify(name)}]`;
    const address = String(await list.evaluate(`document.querySelector('${link}').href`));
    const feed = await firefox.open(address);
    await expect.poll(() => feed.text()).toContain(t.viewLead);
    expect(await feed.evaluate('document.querySelector("[data-address]").value')).toBe(address);
    expect(await feed.evaluate('document.contentType')).toBe('text/html');
    await feed.click({ role: 'button', name: t.copyAddress });
    await expect.poll(() => feed.text('output')).toBe(t.copied);
    await feed.close();
  }
  const clips = `a[aria-label=${JSON.stringify(t.formatOf('RSS', 'Clip by clip'))}]`;
  const address = String(await list.evaluate(`document.querySelector('${clips}').href`));
  const feed = await firefox.open(address);
  await expect.poll(() => feed.text('.names a')).toBe('The register of land opens');
  expect(await feed.evaluate('document.querySelector(".names a").href')).toBe(
    `${pages.origin}/plain`,
  );
});
