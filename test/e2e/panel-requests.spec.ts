// What leaves the machine: nothing until a person acts, then one write of what the panel showed.
import path from 'node:path';
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { type Dateline, EXTENSION_ID, startDateline } from '../../worker/local/demo/browser.ts';
import { temporaryFolder } from '../../worker/local/demo/installation.ts';
import { type Asked, askedBy, netLogArguments } from './net-log.ts';
import { kept } from './panel-acts.ts';
import { test as homeTest } from './panel-home.ts';
import { BODY, servePages } from './panel-pages.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

const TITLE = 'The register of land opens';
const SECRET = 'nobody-may-know';
const LEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="450"/>';

// Everything that a page knows of its reader, or says beside its article, has the word in it.
const PAGE = `<!doctype html><html lang="en"><head><title>${TITLE}</title>
<link rel="icon" href="data:,">
<meta name="csrf-token" content="${SECRET} of the head">
<meta property="og:site_name" content="Province Daily">
<meta property="article:published_time" content="2022-12-27T08:05:00+07:00">
<meta property="og:image" content="/lead.svg"><meta property="og:image:alt" content="Two people before a map">
<meta property="og:image:width" content="900"><meta property="og:image:height" content="450">
<script>
  document.cookie = 'visitor=${SECRET}-visitor';
  localStorage.setItem('visitor', '${SECRET} in storage');
  window.state = { user: '${SECRET} in the state' };
</script></head><body>
<nav><a href="/account/${SECRET}">The account of ${SECRET}</a></nav>
<header><p>Signed in as ${SECRET}, with three messages that have not been read since Monday morning.</p></header>
<article data-visitor="${SECRET}"><h1>${TITLE}</h1>${BODY}
<!-- ${SECRET} in a remark -->
<img src="/photo.jpg" alt="">
<form><input type="hidden" name="token" value="${SECRET} hidden">
<label>Search <input name="q"></label><label>Letter <textarea>${SECRET} from before</textarea></label>
<label>District <select><option selected>${SECRET} chosen</option></select></label></form></article>
<aside><p>Recommended for ${SECRET}, because of what was read here in the last thirty days by the same person.</p></aside>
<section id="comments"><h2>Comments</h2><p>${SECRET} wrote that the maps were wrong all along, and that everybody in the village knew it.</p></section>
<footer><p>Subscription of ${SECRET} until the end of March.</p></footer></body></html>`;

// The library is asked which clips it has, by nothing but places in it.
const MIRROR =
  /^(?:OPTIONS|GET) \S+\/api\/w\/[\w-]+\/(?:cards(?:\?before=[\w-]+)?|changes\?since=\d+&read=\d+)$/;
const isMirror = (asked: string): boolean => MIRROR.test(asked);

interface Watched {
  dateline: Dateline;
  proxy: RecordingProxy;
  /** Ends the browser, and tells what the extension has asked of the network from its install on. */
  askedInAll: () => Promise<Asked>;
}

const test = homeTest.extend<{ watched: Watched }>({
  watched: async ({}, use) => {
    const proxy = await startRecordingProxy();
    const { folder, remove } = temporaryFolder();
    const log = path.join(folder, 'net-log.json');
    const dateline = await startDateline(path.join(folder, 'profile'), {
      welcome: true,
      more: [...proxy.arguments, ...netLogArguments(log)],
    });
    const askedInAll = async (): Promise<Asked> => {
      await dateline.context.close();
      return askedBy(EXTENSION_ID, log);
    };
    await use({ dateline, proxy, askedInAll });
    await dateline.context.close();
    proxy.stop();
    remove();
  },
});

// What happens to an extension that nobody touches: its hour comes, and the network goes and comes.
const passTime = async ({ worker }: Dateline): Promise<void> => {
  await worker.evaluate(`
    chrome.alarms.onAlarm.dispatch({ name: 'send', scheduledTime: Date.now() });
    self.dispatchEvent(new Event('online'));`);
};

test('nothing is sent until a person acts, one save is one write of what the panel showed, and an image is asked for once images are on', async ({
  watched: { dateline, proxy, askedInAll },
  home,
}) => {
  const pages = await servePages({
    '/news': {
      html: PAGE,
      // As one that goes along with what other sites ask for.
      headers: { 'set-cookie': `session=${SECRET}-session; HttpOnly; Secure; SameSite=None` },
    },
    '/lead.svg': { html: LEAD, headers: { 'content-type': 'image/svg+xml' } },
  });
  await passTime(dateline);
  const page = await dateline.open(`${pages.origin}/news`);
  await page.getByLabel('Search').fill(`${SECRET} typed`);
  const panel = await dateline.read(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await panel.getByRole('button', { name: 'The council of the province' }).click();
  // The text has an image, and that is none until it is asked for.
  await panel.getByRole('button', { name: 'Read here' }).click();
  await expect(panel.getByRole('button', { name: 'Images', pressed: false })).toBeVisible();
  await expect(panel.locator('img')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Close' }).click();
  await home.connect(dateline);
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(kept(panel)).toBeVisible();
  await passTime(dateline);
  const shown = await panel.locator('body').innerText();
  await expect(panel.locator('img')).toHaveCount(0);
  const settings = await dateline.options();
  await settings.getByRole('button', { name: 'Images' }).click();
  await page.bringToFront();
  const picture = panel.getByRole('img', { name: 'Two people before a map' });
  await expect(picture).toHaveJSProperty('naturalWidth', 900);
  const { requests, lookups } = await askedInAll();
  await pages.close();

  // The first that the extension asked for was what the person asked of it: to be paired.
  const pairing = [`${home.origin}/api/pairings`, `${home.origin}/api/pairings/token`];
  // Where one belongs is asked when the settings are opened.
  const whereabouts = `${home.origin}/api/token`;
  const isPairing = (asked: string): boolean =>
    [...pairing, whereabouts].includes(asked.split(' ')[1] ?? '');
  const puts = proxy.sent.filter(({ method }) => method === 'PUT');
  const keep = puts[0]?.url ?? '';
  const lead = `${pages.origin}/lead.svg`;
  expect(requests.filter((asked) => !isPairing(asked) && !isMirror(asked))).toEqual([
    `OPTIONS ${keep}`,
    `PUT ${keep}`,
    `GET ${lead}`,
  ]);
  expect(requests[0]).toBe(`OPTIONS ${pairing[0]}`);
  expect(lookups).toEqual([]);

  // The site is not told who looks, nor at what.
  const [image, ...others] = proxy.sent.filter(({ url }) => url === lead);
  expect(others).toEqual([]);
  expect(image?.headers).not.toHaveProperty('cookie');
  expect(image?.headers).not.toHaveProperty('referer');

  const elsewhere = proxy.sent.filter(({ url }) => !url.startsWith(pages.origin));
  expect(elsewhere.filter(({ text }) => text.includes(SECRET))).toEqual([]);
  const told = elsewhere.filter(({ text }) => text.includes('/news'));
  expect(told).toEqual(puts);
  expect(new URL(keep).origin).toBe(home.origin);
  // The person is signed in there in the same browser.
  expect(puts[0]?.headers).not.toHaveProperty('cookie');
  expect(puts[0]?.headers).not.toHaveProperty('referer');
  expect(puts[0]?.headers.authorization).toMatch(/^Bearer [\w-]+$/);

  const { article, summary, ...rest } = v.parse(KeepWrite, JSON.parse(puts[0]?.body ?? ''));
  expect(rest).toEqual({ version: 1, capturedAt: expect.any(String) });
  expect(article).toEqual({
    url: `${pages.origin}/news`,
    canonicalUrl: `${pages.origin}/news`,
    title: TITLE,
    authors: [],
    site: 'Province Daily',
    section: [],
    published: expect.objectContaining({ value: '2022-12-27T08:05:00+07:00' }),
    modified: null,
    attribution: null,
    views: null,
    language: 'en',
    leadImage: lead,
    blocks: [
      ...Array.from(BODY.matchAll(/<p>(.+)<\/p>/g), ([, text]) => ({
        kind: 'paragraph',
        runs: [{ text }],
      })),
      { kind: 'figure', src: `${pages.origin}/photo.jpg`, alt: null, caption: null, credit: null },
    ],
    truncated: false,
    related: [],
  });
  expect(shown).toContain('The council of the province opened its register');
  for (const term of summary.terms) expect(shown).toContain(term);
});
