// The form in which a clip is set right: what stands in it, what it says of wrong values, and what of two who are at it.
import { beforeAll, expect, test } from 'vitest';
import type { Clip } from '../../shared/schema/clip.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';
import { trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
const { ask, keep } = trashingAt(() => server);

interface Reader {
  workspace: string;
  cookie: string;
}

const settle = async (article: Parameters<typeof sample>[0] = {}) => {
  const { workspace, cookie } = await server.install({ zone: 'Asia/Ho_Chi_Minh' });
  const me: Reader = { workspace, cookie };
  return { me, kept: await keep(me, sample(article)) };
};

const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The form as a browser reads it off a page: the values of its fields. */
const fieldsOf = async (answer: Response): Promise<Record<string, string>> => {
  const fields: Record<string, string> = {};
  let name = '';
  await new HTMLRewriter()
    .on('main input[name]', {
      element: (input) => {
        fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? '';
      },
    })
    .on('main option[selected]', {
      element: (option) => {
        fields['category'] = option.getAttribute('value') ?? '';
      },
    })
    .on('main textarea[name]', {
      element: (area) => {
        name = area.getAttribute('name') ?? '';
        fields[name] = '';
      },
      text: ({ text }) => {
        fields[name] += text;
      },
    })
    .transform(answer)
    .text();
  return Object.fromEntries(Object.entries(fields).map(([field, html]) => [field, decoded(html)]));
};

const address = ({ workspace }: Reader, { clip }: KeepAnswer) => `/w/${workspace}/clip/${clip}`;

const open = async (me: Reader, kept: KeepAnswer): Promise<Record<string, string>> =>
  fieldsOf(await server.request(`${address(me, kept)}/correct`, { cookie: me.cookie }));

const send = (me: Reader, kept: KeepAnswer, form: Record<string, string>) =>
  server.request(`${address(me, kept)}/correct`, { method: 'POST', cookie: me.cookie, form });

const clipOf = async (me: Reader, { clip }: KeepAnswer): Promise<Clip> =>
  (await ask<Clip>(me, `clips/${clip}`)).body;

test('the form holds what is there, and what is written in it comes to the clip, its day and its page', async () => {
  const { me, kept } = await settle({ title: 'Sai <chính> tả' });
  const form = await open(me, kept);
  expect(form).toMatchObject({
    title: 'Sai <chính> tả',
    standfirst: '',
    authors: 'Lan Nguyễn',
    site: 'Paper',
    section: 'Politics › Parliament',
    category: '11000000',
    published: '2026-03-10',
  });
  const written = {
    ...form,
    title: 'Đúng chính tả',
    standfirst: ' Tóm  tắt ',
    authors: 'Lan Nguyễn; Hà An',
    section: 'Đời sống',
    category: '',
    published: '2026-03-01',
  };
  const sent = await send(me, kept, written);
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    `${address(me, kept)}?told=corrected`,
  ]);
  expect(await clipOf(me, kept)).toMatchObject({
    title: 'Đúng chính tả',
    authors: ['Lan Nguyễn', 'Hà An'],
    site: 'Paper',
    section: ['Đời sống'],
    category: null,
    day: '2026-03-01',
    dates: { published: { precision: 'local', value: '2026-03-01T12:30', evidence: 'reader' } },
    blocks: [{ standfirst: true, runs: [{ text: 'Tóm tắt' }] }, {}, {}],
  });
  const page = await server.request(`${address(me, kept)}?told=corrected`, { cookie: me.cookie });
  const html = await page.text();
  expect(html).toContain('The correction is saved.');
  expect(html).toMatch(/<del[^>]*>Sai &lt;chính> tả<\/del>/);
});

test('a form that nobody has touched changes nothing', async () => {
  const { me, kept } = await settle();
  const sent = await send(me, kept, await open(me, kept));
  expect(sent.status).toBe(303);
  expect(
    (await ask<{ corrections: unknown[] }>(me, `clips/${kept.clip}/history`)).body.corrections,
  ).toEqual([]);
});

test('what cannot be is told beside its field, and nothing that was written is lost', async () => {
  const { me, kept } = await settle();
  const form = {
    ...(await open(me, kept)),
    title: ' ',
    published: '2026-03-12',
    site: 'x'.repeat(201),
  };
  const sent = await send(me, kept, form);
  expect(sent.status).toBe(422);
  const html = await sent.clone().text();
  expect([...html.matchAll(/id="(\w+)-problem"/g)].map(([, field]) => field)).toEqual([
    'title',
    'site',
    'published',
  ]);
  expect(await fieldsOf(sent)).toMatchObject({ published: '2026-03-12', site: form.site });
  expect((await clipOf(me, kept)).site).toBe('Paper');
});

test('what was read off the page comes back by one button', async () => {
  const { me, kept } = await settle({ title: 'Read' });
  const form = await open(me, kept);
  await send(me, kept, { ...form, title: 'Written', published: '2026-03-01', site: '' });
  const again = { ...(await open(me, kept)), authors: 'Typed meanwhile' };
  const back = await fieldsOf(await send(me, kept, { ...again, page: 'title' }));
  expect(back).toMatchObject({ title: 'Read', authors: 'Typed meanwhile', site: '' });
  const date = await fieldsOf(await send(me, kept, { ...back, page: 'published' }));
  await send(me, kept, date);
  const clip = await clipOf(me, kept);
  expect(clip).toMatchObject({ title: 'Read', authors: ['Typed meanwhile'], site: null });
  // The very date that was read, and not one of the reader's.
  expect(clip.dates.published).toMatchObject({ precision: 'instant', evidence: 'json-ld' });
  expect(Object.keys(clip.asRead).sort()).toEqual(['authors', 'site']);
});

test('two who correct different fields both have theirs', async () => {
  const { me, kept } = await settle();
  const [mine, yours] = [await open(me, kept), await open(me, kept)];
  await send(me, kept, { ...mine, title: 'Mine' });
  expect((await send(me, kept, { ...yours, site: 'Yours' })).status).toBe(303);
  expect(await clipOf(me, kept)).toMatchObject({ title: 'Mine', site: 'Yours' });
});

test('of two who correct the same field the later sees both, and nothing is overwritten until they say so', async () => {
  const { me, kept } = await settle();
  const [mine, yours] = [await open(me, kept), await open(me, kept)];
  await send(me, kept, { ...mine, title: 'Mine', site: 'My site' });
  const met = await send(me, kept, { ...yours, title: 'Yours', authors: 'Somebody' });
  expect(met.status).toBe(412);
  const html = await met.clone().text();
  expect(html).toContain('Written meanwhile: Mine');
  const both = await fieldsOf(met);
  expect(both).toMatchObject({ title: 'Yours', site: 'My site', authors: 'Somebody' });
  expect((await clipOf(me, kept)).title).toBe('Mine');
  // Theirs is taken, or one's own is saved once more.
  const theirs = await fieldsOf(await send(me, kept, { ...both, theirs: 'title' }));
  expect(theirs).toMatchObject({ title: 'Mine', authors: 'Somebody' });
  expect((await send(me, kept, both)).status).toBe(303);
  expect(await clipOf(me, kept)).toMatchObject({
    title: 'Yours',
    site: 'My site',
    authors: ['Somebody'],
  });
});

test('a clip of which only the address is known, and one that is not there, have no form', async () => {
  const { me } = await settle();
  const link = await keep(me, { ...sample({ blocks: [] }), summary: { sentences: [], terms: [] } });
  for (const clip of [link.clip, newId()]) {
    const answer = await server.request(`/w/${me.workspace}/clip/${clip}/correct`, {
      cookie: me.cookie,
    });
    expect(answer.status).toBe(404);
  }
});

test('a viewer has no form', async () => {
  const { me, kept } = await settle();
  const cookie = await server.admit(me.workspace, 'viewer');
  expect((await server.request(`${address(me, kept)}/correct`, { cookie })).status).toBe(403);
  const page = await server.request(address(me, kept), { cookie });
  expect(await page.text()).not.toContain('/correct"');
});

test('a clip can be taken along as Markdown, and nothing of its text is Markdown by itself', async () => {
  const { me, kept } = await settle({
    canonicalUrl: 'https://paper.example/taken',
    title: 'A *star* [and](x)',
    blocks: [
      { kind: 'paragraph', runs: [{ text: '# no heading, ' }, { text: 'bold ', bold: true }] },
      { kind: 'heading', level: 2, runs: [{ text: 'Heading' }] },
      { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two_' }]] },
      { kind: 'code', text: 'a ``` b' },
      { kind: 'table', rows: [[[{ text: 'a|b' }], [{ text: 'c' }]], [[{ text: 'd' }]]] },
      {
        kind: 'figure',
        src: 'https://x.example/(1).jpg',
        alt: 'An [alt]',
        caption: 'Cap',
        credit: null,
      },
      { kind: 'quote', runs: [{ text: 'said', href: 'https://x.example/a b' }] },
    ],
  });
  const answer = await server.request(`${address(me, kept)}/markdown`, { cookie: me.cookie });
  expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect((await answer.text()).split('\n\n')).toEqual([
    String.raw`# A \*star\* \[and\](x)`,
    '[Paper](https://paper.example/taken) · 10 Mar 2026 · Lan Nguyễn',
    String.raw`\# no heading, **bold** `,
    '## Heading',
    '1. one\n2. two' + String.raw`\_`,
    '````\na ``` b\n````',
    String.raw`| a\|b | c |` + '\n| --- | --- |\n| d |  |',
    String.raw`![An \[alt\]](https://x.example/%281%29.jpg)`,
    'Cap',
    '> [said](https://x.example/a%20b)\n',
  ]);
});
