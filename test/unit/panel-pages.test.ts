// What the panel shows while tabs come and go: the real model, with tabs and reads of a made-up browser.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { PageState } from '../../extension/entrypoints/panel.sidepanel/page-state.ts';
import type { ReadClip } from '../../extension/lib/clip.ts';
import { LAND } from '../gallery/clips.ts';

let front = { id: 1, windowId: 1, url: '', incognito: false };
const storage = { get: () => Promise.resolve({}), set: () => Promise.resolve() };
vi.stubGlobal('chrome', {
  runtime: { id: 'own' },
  tabs: { query: () => Promise.resolve([front]) },
  storage: { local: storage, session: storage },
});
afterAll(() => vi.unstubAllGlobals());

const { createCorrections } =
  await import('../../extension/entrypoints/panel.sidepanel/corrections.ts');
const { createModel } = await import('../../extension/entrypoints/panel.sidepanel/model.ts');
const { createPages } = await import('../../extension/entrypoints/panel.sidepanel/pages.ts');

const clipAt = (url: string): ReadClip => ({
  ...LAND,
  id: crypto.randomUUID(),
  article: { ...LAND.article, url, canonicalUrl: url, title: url },
});

const articleAt = (url: string): PageState => ({ kind: 'article', clip: clipAt(url) });

const OLD = 'https://news.example/old';
const NEXT = 'https://news.example/next';
const OTHER = 'https://other.example/';

const named = (page: PageState): string =>
  page.kind === 'article' || page.kind === 'behind'
    ? `${page.kind} ${page.clip.article.title}`
    : page.kind;

/** A panel whose reads are answered by hand. */
const open = () => {
  const asked: ((found: PageState) => void)[] = [];
  const filled: string[] = [];
  const model = createModel(() => undefined);
  const pages = createPages(model, () => Promise.resolve(true), {
    readPage: () => new Promise((answer) => asked.push(answer)),
    fill: async ({ article }) => void filled.push(article.url),
  });
  /** Waits for the next read and answers it. */
  const answer = async (found: PageState): Promise<void> => {
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked.shift()?.(found);
  };
  return { model, pages, asked, answer, filled, shown: () => named(model.state.page) };
};

const goTo = (id: number, url: string): void => {
  front = { ...front, id, url };
};

beforeEach(() => goTo(1, OLD));

const readFirst = async () => {
  const panel = open();
  const served = panel.pages.serve({ tabId: 1, url: OLD, at: 0, keep: false });
  await panel.answer(articleAt(OLD));
  await served;
  expect(panel.shown()).toBe(`article ${OLD}`);
  return panel;
};

test('a tab that is read for the first time over an article still shown hides that one while it is read', async () => {
  const { pages, answer, shown, model } = await readFirst();
  goTo(2, OTHER);
  const looked = pages.showFront();
  await answer({ kind: 'no-access' });
  await looked;
  expect(shown()).toBe(`behind ${OLD}`);
  const served = pages.serve({ tabId: 2, url: OTHER, at: 0, keep: false });
  expect(shown()).toBe('reading');
  expect(model.state.fate).toBeNull();
  await answer(articleAt(OTHER));
  await served;
  expect(shown()).toBe(`article ${OTHER}`);
});

test('a page that the tab has gone on to hides the one before while it is read, one that is read again stays', async () => {
  const { pages, answer, shown } = await readFirst();
  const again = pages.serve({ tabId: 1, url: `${OLD}#comments`, at: 0, keep: false });
  expect(shown()).toBe(`article ${OLD}`);
  await answer(articleAt(OLD));
  await again;
  const next = pages.serve({ tabId: 1, url: NEXT, at: 0, keep: false });
  expect(shown()).toBe('reading');
  await answer(articleAt(NEXT));
  await next;
  expect(shown()).toBe(`article ${NEXT}`);
});

test('back in a tab whose page has not changed, what was read there is shown without another read', async () => {
  const { pages, answer, asked, shown, model } = await readFirst();
  goTo(2, OTHER);
  const other = pages.showFront();
  await answer(articleAt(OTHER));
  await other;
  goTo(1, OLD);
  await pages.showFront();
  expect(asked).toEqual([]);
  expect(shown()).toBe(`article ${OLD}`);
  expect(model.last?.tabId).toBe(1);
  // It is loaded anew behind another one: what was read there holds no more.
  pages.forget(1);
  const back = pages.showFront();
  await answer(articleAt(NEXT));
  await back;
  expect(shown()).toBe(`article ${NEXT}`);
});

test('what was read of a page that has changed meanwhile is not remembered', async () => {
  const { pages, answer, shown } = await readFirst();
  const again = pages.serve({ tabId: 1, url: OLD, at: 0, keep: false });
  pages.forget(1);
  await answer(articleAt(OLD));
  await again;
  const back = pages.showFront();
  await answer(articleAt(NEXT));
  await back;
  expect(shown()).toBe(`article ${NEXT}`);
});

test('a link that was kept is filled in by a read that was asked for, and by no other', async () => {
  const { pages, answer, filled, shown } = await readFirst();
  goTo(1, NEXT);
  pages.forget(1);
  const next = pages.showFront();
  await answer(articleAt(NEXT));
  await next;
  expect(shown()).toBe(`article ${NEXT}`);
  expect(filled).toEqual([OLD]);
  const served = pages.serve({ tabId: 1, url: NEXT, at: 0, keep: false });
  await answer(articleAt(NEXT));
  await served;
  expect(filled).toEqual([OLD, NEXT]);
});

const written = {
  title: 'Half a head',
  section: '',
  category: 'auto',
  published: '',
  authors: '',
};

test('a form that is open keeps what is written in it while the reader looks at another page', async () => {
  const { pages, answer, model } = await readFirst();
  const corrections = createCorrections(model);
  corrections.open(true);
  corrections.write(written);
  goTo(2, OTHER);
  const other = pages.showFront();
  await answer(articleAt(OTHER));
  await other;
  expect(model.state.correcting).toBeNull();
  goTo(1, OLD);
  await pages.showFront();
  expect(model.state.correcting).toEqual({ problems: [], written });
  corrections.open(false);
  goTo(2, OTHER);
  await pages.showFront();
  goTo(1, OLD);
  await pages.showFront();
  expect(model.state.correcting).toBeNull();
});

test('what could not be saved is in the form again, though that was opened again meanwhile', async () => {
  const { model } = await readFirst();
  const corrections = createCorrections(model);
  // There is no database here.
  const saved = corrections.correct(written);
  const opened = corrections.open(true);
  expect(await saved).toBe(false);
  await opened;
  expect(model.state.correcting).toEqual({ problems: [], written, failed: true });
});

test('what could not be saved of a page that was left is in its form once it is come back to', async () => {
  const { model } = await readFirst();
  const corrections = createCorrections(model);
  const saved = corrections.correct(written);
  model.turnTo(articleAt(OTHER));
  expect(await saved).toBe(false);
  expect(model.state.correcting).toBeNull();
  model.turnTo(articleAt(OLD));
  expect(model.state.correcting).toEqual({ problems: [], written, failed: true });
});

test('a page that no extension may read takes the article away only where it was pointed at', async () => {
  const { pages, answer, shown, model } = await readFirst();
  goTo(2, 'chrome-extension://own/options.html');
  const looked = pages.showFront();
  await answer({ kind: 'refused', refusal: 'own', link: null });
  await looked;
  expect(shown()).toBe(`behind ${OLD}`);
  expect(model.state.page).toHaveProperty('refusal', 'own');
  const served = pages.serve({ tabId: 2, url: null, at: 0, keep: false });
  await answer({ kind: 'refused', refusal: 'own', link: null });
  await served;
  expect(shown()).toBe('refused');
});
