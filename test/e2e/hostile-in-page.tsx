// What runs in the browser: a text that somebody wrote to do harm stands in every slot of a page, is read by
// the production reader, and is drawn by panel, reader and clip's page.
import { render } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as v from 'valibot';
import { PanelView } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';
import { readArticle } from '../../shared/article/index.ts';
import { Article } from '../../shared/schema/article.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import type { CorrectedFields } from '../../shared/schema/history.ts';
import { type Summary, summarySentences } from '../../shared/schema/summary.ts';
import { UNREAD } from '../../shared/schema/reading.ts';
import { summarise } from '../../shared/summary/index.ts';
import { ClipPage } from '../../worker/pages/ClipPage.tsx';
import { PANEL_ACTIONS } from '../gallery/actions.ts';
import { PANEL_STATES } from '../gallery/states.ts';

declare global {
  const BUILD_ID: string;
}

const READER = { size: 0, isWide: false, paper: 'auto', images: true } as const;

/** Stands before each text, so that one can tell where it came to. */
const TOKEN = 'Zq';

const LONG =
  'The council of the province opened its register of land plots on Tuesday, and anyone may search it by number or by street without a fee. ';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page that says a text wherever a page can say something; at its end it is made of it. */
const pageOf = (payload: string): string => {
  const text = `${TOKEN} ${escaped(payload)}`;
  const address = escaped(payload);
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: `Headline ${TOKEN} ${payload}`,
    author: { name: payload, url: payload },
    datePublished: payload,
    image: payload,
    articleSection: payload,
  }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><title>Headline ${text}</title>
    <meta property="og:site_name" content="Site ${text}"><meta property="og:image" content="${address}">
    <meta name="author" content="${text}"><meta property="article:published_time" content="${address}">
    <meta property="article:section" content="Section ${text}"><link rel="canonical" href="${address}">
    <script type="application/ld+json">${data}</script></head><body>
    <nav class="breadcrumb"><a href="${address}">Section ${text}</a></nav>
    <article><h1>Headline ${text}</h1><p class="author">By ${text}</p>
    <time class="date" datetime="${address}">${text}</time>
    <p>${LONG}${text}</p><p>${text} said the council. ${LONG}</p><h2>Part ${text}</h2>
    <ul><li>${LONG}${text}</li><li>${text}</li></ul><blockquote><p>${LONG}${text}</p></blockquote>
    <pre><code>${text}</code></pre>
    <table><tr><td>${text}</td><td>Two</td></tr><tr><td>Three</td><td>${text}</td></tr></table>
    <figure><img src="${address}" alt="${text}" width="600" height="400"><figcaption>Caption ${text}</figcaption></figure>
    <p>${LONG}<a href="${address}">${text}</a></p><p>${LONG}</p><p>Source: Agency ${text}</p></article>
    <section><h2>Related news</h2><ul><li><a href="/one">One more story ${text}</a></li>
    <li><a href="${address}">Two more stories of the same section ${text}</a></li></ul></section>
    <div>${payload}</div></body></html>`;
};

/** An article that has a text in each of its slots, past any reader. */
const articleOf = (payload: string): { article: Article; summary: Summary } => {
  const clean = payload.replaceAll('\0', '').toWellFormed();
  const text = (max: number): string => `${TOKEN} ${clean}`.slice(0, max).toWellFormed();
  const url = `https://paper.example/?${clean}`.slice(0, 2048).toWellFormed();
  const run = { text: text(100_000) };
  const runs = [run];
  const styled = [
    { ...run, href: url },
    { ...run, bold: true as const },
    { ...run, italic: true as const, code: true as const },
    { ...run, dateline: true as const },
  ];
  const blocks: Block[] = [
    { kind: 'paragraph', standfirst: true, runs },
    { kind: 'paragraph', runs: styled },
    { kind: 'heading', level: 2, runs },
    { kind: 'list', ordered: false, items: [runs, []] },
    { kind: 'list', ordered: true, items: [runs] },
    { kind: 'quote', runs },
    { kind: 'code', text: run.text },
    { kind: 'table', rows: [[runs, []], [[]]] },
    { kind: 'figure', src: url, alt: text(2_000), caption: text(5_000), credit: text(500) },
  ];
  const article: Article = {
    url,
    canonicalUrl: url,
    title: text(1_000),
    authors: [text(200)],
    site: text(200),
    section: [text(200), text(200)],
    published: null,
    modified: null,
    attribution: text(300),
    attributionUrl: url,
    views: 3,
    language: 'en',
    leadImage: url,
    blocks,
    truncated: true,
    related: [{ title: text(1_000), url }],
  };
  const end = blockText(blocks[1] ?? { kind: 'quote', runs }).length;
  return {
    article: v.parse(Article, article),
    summary: { sentences: [{ block: 1, start: 0, end }], terms: [text(100)] },
  };
};

const drawPanel = (article: Article, summary: Summary): void => {
  const state = PANEL_STATES['reader'];
  if (!state) throw new Error('The gallery has no reader.');
  const clip = { id: 'x', capturedAt: '2022-12-27T02:00:00Z', article, summary };
  render(null, document.body);
  render(
    <PanelView
      {...state}
      page={{ kind: 'article', clip }}
      reader={READER}
      language="en"
      {...PANEL_ACTIONS}
    />,
    document.body,
  );
};

const clipPageOf = (article: Article, summary: Summary): string => {
  const { blocks, truncated, attributionUrl = null, published, modified, ...facts } = article;
  const clip: Clip = {
    ...facts,
    attributionUrl,
    blocks,
    truncated,
    id: 'x',
    published: null,
    dates: { published, modified },
    asRead: {},
    day: '2022-12-27',
    keptDay: '2022-12-27',
    summary: [...(summarySentences(summary, blocks) ?? [])],
    spans: summary.sentences,
    terms: summary.terms,
    words: 3,
    story: null,
    filled: true,
    category: null,
    tags: [article.title],
    collections: [article.title],
    folder: [article.title],
  };
  const setting = { workspace: 'x', zone: 'UTC', language: 'en' } as const;
  // As the body has it: a title is cleaned of what turns the order of a line.
  const [first] = blocks;
  const quote = first ? blockText(first).slice(0, 1_000) : '';
  const anchor = { quote, before: '', after: '', start: 0, end: 1 };
  const highlights = [{ id: 'x', anchor, colour: 'pink', note: article.title }] as const;
  const { id, url, title, site, language, day } = clip;
  const reasons = [{ kind: 'term', term: article.title }] as const;
  const belonging = {
    story: [clip, { ...clip, id: 'y' }],
    related: [{ id, url, title, site, language, day, reasons: [...reasons] }],
  };
  const shown = {
    clip,
    setting,
    reader: READER,
    highlights,
    team: [{ ...highlights[0], account: 'x', at: '2022-12-27T02:00:00Z' }],
    people: new Map([
      ['x', article.title],
      ['y', ''],
    ]),
    keep: id,
    belonging,
    mayWrite: true,
    canCopy: true,
    reading: UNREAD,
    history: {
      keeps: [],
      corrections: [{ account: 'x', at: '2022-12-27T02:00:00Z', fields: correctedOf(article) }],
    },
    account: 'x',
    isCorrected: true,
  };
  return `<!doctype html>${renderToString(<ClipPage {...shown} />)}`;
};

/** A correction of each field by the same again. */
const correctedOf = ({ title, site, section, authors }: Article): CorrectedFields => ({
  title: { before: title, after: title },
  standfirst: { before: title, after: title },
  site: { before: site, after: site },
  section: { before: section, after: section },
  authors: { before: authors, after: authors },
});

/** Which elements there are, with which attributes. */
type Shapes = Map<string, Set<string>>;

const learn = (shapes: Shapes, root: Document): void => {
  for (const element of root.querySelectorAll('*')) {
    const known = shapes.get(element.localName) ?? new Set();
    shapes.set(element.localName, known);
    for (const name of element.getAttributeNames()) known.add(name);
  }
};

const DATES: readonly Article['published'][] = [
  null,
  { precision: 'instant', value: '2022-12-27T08:05:00Z', evidence: 'text', zoneAssumed: true },
  { precision: 'day', value: '2022-12-27', evidence: 'meta' },
];

const isWebAddress = (value: string): boolean => /^(https?:\/\/|\/(?!\/)|#)/.test(value);

/** What is in a document that is in none without a hostile text. */
const strangersIn = (root: Document, shapes: Shapes): string[] => {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const known = shapes.get(element.localName);
    if (!known) found.push(`<${element.localName}>`);
    // A form's fields can hide its properties, not what it inherits them from.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      if (known && !known.has(name)) found.push(`<${element.localName} ${name}>`);
      if (['href', 'src', 'action'].includes(name) && !isWebAddress(value))
        found.push(`<${element.localName} ${name}="${value}">`);
    }
  }
  return found;
};

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

// As a parser of HTML has it: line ends are one character.
const asParsed = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const textsOf = (root: ParentNode): string[] =>
  Array.from(root.querySelectorAll('.body [data-block]'), (element) =>
    element.matches('figure') ? '' : element.textContent,
  );

const expectedTexts = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    block.kind === 'code' ? block.text : blockText(block).replaceAll(/[\n\t]/g, ''),
  );

const flat = (text: string): string => text.replaceAll(/[\r\n\t]/g, '').normalize('NFC');

const isSame = (shown: readonly string[], meant: readonly string[]): boolean =>
  shown.length === meant.length &&
  shown.every((text, index) => flat(text) === flat(meant[index] ?? ''));

/** How many of the texts came to a slot of the article that was read. */
const arrivals = (article: Article, summary: Summary, counts: Record<string, number>): void => {
  const { title, section, authors, attribution, site, related, blocks } = article;
  const sentences = summarySentences(summary, blocks);
  const slots: Record<string, unknown> = { title, section, authors, attribution, site };
  slots['related'] = related;
  slots['summary'] = sentences;
  for (const block of blocks) slots[block.kind] = [slots[block.kind], block];
  for (const [slot, value] of Object.entries(slots))
    if (JSON.stringify(value)?.includes(TOKEN)) counts[slot] = (counts[slot] ?? 0) + 1;
};

export interface Tried {
  /** What went wrong, and with which text. */
  readonly wrong: readonly string[];
  /** How many of the texts came to each slot of the articles that were read. */
  readonly counts: Readonly<Record<string, number>>;
  /** The clip's pages, as the server draws them. */
  readonly pages: readonly string[];
}

const shapesOfHarmless = (): Shapes => {
  const shapes: Shapes = new Map();
  const { article, summary } = articleOf('harmless');
  for (const level of [3, 4, 5, 6] as const)
    article.blocks.push({ kind: 'heading', level, runs: [] });
  for (const published of DATES) {
    drawPanel({ ...article, published }, summary);
    learn(shapes, document);
  }
  learn(shapes, parse(clipPageOf(article, summary)));
  return shapes;
};

/** Reads and draws each of the texts in every slot, and looks at what is there then. */
export const tryAll = (payloads: readonly string[]): Tried => {
  const shapes = shapesOfHarmless();
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  const pages: string[] = [];
  for (const payload of payloads) {
    const say = (what: string): unknown => wrong.push(`${what} with ${JSON.stringify(payload)}`);
    const read = readArticle(parse(pageOf(payload)), 'https://paper.example/a');
    if (!v.is(Article, read)) {
      say('no article');
      continue;
    }
    const readSummary = summarise(read);
    arrivals(read, readSummary, counts);
    const forced = articleOf(payload);
    for (const { article, summary } of [{ article: read, summary: readSummary }, forced]) {
      drawPanel(article, summary);
      for (const stranger of strangersIn(document, shapes)) say(`panel: ${stranger}`);
      if (document.querySelector('main h1')?.textContent !== article.title) say('panel: headline');
      if (!isSame(textsOf(document), expectedTexts(article.blocks))) say('panel: text');
    }
    const html = clipPageOf(forced.article, forced.summary);
    pages.push(html);
    const page = parse(html);
    for (const stranger of strangersIn(page, shapes)) say(`page: ${stranger}`);
    if (page.querySelector('h1')?.textContent !== asParsed(forced.article.title))
      say('page: headline');
    if (!isSame(textsOf(page), expectedTexts(forced.article.blocks))) say('page: text');
  }
  render(null, document.body);
  return { wrong, counts, pages };
};

/** How many of the texts are found out by what they make of a document, where they are its HTML. */
export const foundOut = (payloads: readonly string[]): number => {
  const shapes = shapesOfHarmless();
  return payloads.filter((payload) => strangersIn(parse(payload), shapes).length > 0).length;
};

/** Opens HTML in a frame, where whatever it runs is heard of. Answers how often something ran. */
export const runIn = async (html: string): Promise<number> => {
  const frame = document.createElement('iframe');
  let ran = 0;
  const hear = ({ data }: MessageEvent): void => {
    if (data === 'ran') ran += 1;
  };
  addEventListener('message', hear);
  frame.sandbox.add('allow-scripts');
  // What runs, runs unseen too, and nothing has to be laid out.
  frame.hidden = true;
  const hook = `<script>alert = confirm = prompt = () => parent.postMessage('ran', '*')</script>`;
  frame.srcdoc = `<!doctype html>${hook}${html}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  frame.remove();
  removeEventListener('message', hear);
  return ran;
};
