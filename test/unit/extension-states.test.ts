import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LibraryView } from '../../extension/entrypoints/library/LibraryView.tsx';
import { OptionsView } from '../../extension/entrypoints/options/OptionsView.tsx';
import { PanelView } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';
import { WelcomeView } from '../../extension/entrypoints/welcome/WelcomeView.tsx';
import { reportOf } from '../../extension/features/report/report.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import {
  LIBRARY_ACTIONS,
  OPTIONS_ACTIONS,
  PANEL_ACTIONS,
  WELCOME_ACTIONS,
} from '../gallery/actions.ts';
import { LIBRARY_STATES } from '../gallery/library-states.ts';
import { OUTBOX_STATES } from '../gallery/options-states.ts';
import { PANEL_STATES, WITHOUT_TEXT } from '../gallery/states.ts';
import { WELCOME_STATES } from '../gallery/welcome-states.ts';

// The same in every language.
const NAMES = new Set([
  'Dateline',
  'Alt Shift S',
  'Alt Shift D',
  'Chính trị › Tin trong tỉnh',
  'http://localhost:8787',
  'https://dateline.example',
  'Nhóm biên tập',
  'Ở nhà',
  'BCDF-GHJK',
  'English',
  'Tiếng Việt',
]);

/** What the interface says: its texts without those that stand in `given`. */
const spoken = (html: string, given: unknown): string[] => {
  const page = JSON.stringify(given);
  return html
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !page.includes(JSON.stringify(text).slice(1, -1)));
};

const expectTranslated = (speak: (language: InterfaceLanguage) => string[]): void => {
  const english = speak('en');
  expect(english.length).toBeGreaterThan(1);
  expect(speak('vi').filter((text) => english.includes(text) && !NAMES.has(text))).toEqual([]);
};

for (const [name, state] of Object.entries(PANEL_STATES))
  test(`in the state ${name} the panel says nothing in English to a Vietnamese reader`, () => {
    expectTranslated((language) =>
      spoken(renderToString(h(PanelView, { ...state, language, ...PANEL_ACTIONS })), [
        state.page,
        // For whoever mends it, whatever the reader's language.
        state.report && reportOf(state.report, { address: false, content: false }),
        state.highlights,
        state.place,
        state.filingForm,
        state.fromLibrary,
        state.linkKept,
        state.search?.hits,
      ]),
    );
  });

test('of an article without text the panel says that there is nothing to sum up', () => {
  const html = renderToString(h(PanelView, { ...WITHOUT_TEXT, language: 'en', ...PANEL_ACTIONS }));
  expect(html).toContain(texts('en').panel.noText);
  expect(html).not.toContain('class="summary"');
  expect(html).not.toContain(texts('en').panel.copyText);
});

test('the lead image has its room as the page tells its size, and is none while images are off', () => {
  const state = PANEL_STATES['lead-image'];
  if (!state) throw new Error('There is no such state.');
  const draw = (change: object): string =>
    renderToString(h(PanelView, { ...state, ...change, language: 'en', ...PANEL_ACTIONS }));
  expect(draw({})).toMatch(/aspect-ratio:1\.7\d+[^>]*><img src="\/photo\.svg" alt="Hai người/);
  const { page } = state;
  const clip = page.kind === 'article' && { ...page.clip, lead: { ratio: 0.2, alt: '' } };
  expect(draw({ page: { ...page, clip } })).toMatch(/aspect-ratio:1\.3\d+[^>]*><img/);
  expect(draw({ reader: { ...state.reader, images: false } })).not.toContain('<img');
});

const drawn = (name: string): string => {
  const state = PANEL_STATES[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  return renderToString(h(PanelView, { ...state, language: 'en', ...PANEL_ACTIONS }));
};

test('the button that keeps names its key only where the key keeps the same', () => {
  const key = /class="keep"[^]*?<kbd>/;
  for (const name of ['new', 'no-article']) expect(drawn(name), name).toMatch(key);
  for (const name of ['still-shown', 'private-window']) {
    expect(drawn(name), name).toContain('class="keep"');
    expect(drawn(name), name).not.toMatch(key);
  }
});

test('a date that the reader took away is not said to be missing on the page', () => {
  const { article, correct, panel } = texts('en');
  expect(drawn('date-taken')).toContain(`<span>${correct.noDate}</span>`);
  expect(drawn('date-taken')).not.toContain(article.noDate);
  expect(drawn('bare')).toContain(article.noDate);
  expect(drawn('reader')).toContain(panel.ownText);
  expect(drawn('reader-corrected')).not.toContain(panel.ownText);
  expect(drawn('reader-corrected')).toMatch(
    /<dialog[^]*<h1[^]*class="facts"[^]*Báo Tỉnh[^]*26 December 2022[^]*By Nguyễn Minh/,
  );
});

test('a link that is kept is not offered to be kept', () => {
  const { linkInstead } = texts('en').panel;
  expect(drawn('no-article')).toContain(linkInstead);
  expect(drawn('no-article-kept')).not.toContain(linkInstead);
});

test('of a kept article the panel tells the digest it stands in, when it was kept, and why on another day', () => {
  const { kept, panel } = texts('en');
  expect(drawn('kept')).toContain(kept.inDigest('Tuesday, 27 December 2022'));
  expect(drawn('kept')).toContain(kept.byYou('27 Dec 2022, 09:50'));
  expect(drawn('kept')).toContain(kept.update);
  const elsewhere = drawn('kept-elsewhere-before');
  expect(elsewhere).toContain(kept.byYouOn('28 Dec 2022'));
  expect(elsewhere).not.toContain(panel.keep);
  expect(drawn('kept-without-a-date')).toContain(kept.otherDay['no-date']);
});

test('of what the page offers that of the same section goes first, and each clip of the library says why it is there', () => {
  const titles = Array.from(
    drawn('related-in-library').matchAll(/href="[^"]*"[^>]*>([^<]*)</g),
    ([, title]) => title,
  );
  const at = (beginning: string) => titles.findIndex((title) => title?.startsWith(beginning));
  expect(at('Hội đồng thông qua')).toBeLessThan(at('Đội tuyển tỉnh'));
  expect(at('Đội tuyển tỉnh')).toBeLessThan(at('Cổng dữ liệu đất đai'));
  const { reasons } = texts('en').related;
  for (const reason of [...Object.values(reasons), 'quy hoạch đất đai'])
    expect(drawn('related-in-library')).toContain(`>${reason}</em>`);
  expect(drawn('related-in-library')).toContain('27 Dec 2022');
});

test('what other members keep can be kept too, and is not the reader’s to update', () => {
  const { kept, panel } = texts('en');
  for (const [state, told] of [
    ['kept-by-another', kept.byOthers('28 Dec 2022', 1)],
    ['kept-by-others', kept.byOthers('28 Dec 2022', 3)],
  ] as const) {
    expect(drawn(state)).toContain(told);
    expect(drawn(state)).toContain(panel.keep);
    expect(drawn(state)).not.toContain(kept.update);
  }
});

test('a link that was kept from its menu is told by sight and by ear', () => {
  const { linkKept } = PANEL_STATES['link-kept'] ?? {};
  const told = texts('en').kept.link.kept(linkKept?.title ?? '');
  const html = drawn('link-kept');
  expect(html).toContain(`aria-live="polite">${told}<`);
  expect(html).toContain(`class="note"><span>${told}<`);
});

test('in a private window nothing is offered to be marked', () => {
  const [offered, hidden] = [PANEL_STATES['new'], PANEL_STATES['private-window']].map(
    (state) =>
      state && renderToString(h(PanelView, { ...state, language: 'en', ...PANEL_ACTIONS })),
  );
  expect(offered).toContain(texts('en').highlight.inPage.take);
  expect(hidden).not.toContain(texts('en').highlight.inPage.take);
});

for (const [name, state] of Object.entries(OUTBOX_STATES))
  test(`in the state ${name} the outbox says nothing in English to a Vietnamese reader`, () => {
    expectTranslated((language) =>
      spoken(
        renderToString(h(OptionsView, { ...state, language, ...OPTIONS_ACTIONS })),
        state.operations,
      ),
    );
  });

for (const [name, state] of Object.entries(WELCOME_STATES))
  test(`in the state ${name} a newcomer who reads Vietnamese is greeted without English`, () => {
    expectTranslated((language) =>
      spoken(
        renderToString(h(WelcomeView, { ...state, language, ...WELCOME_ACTIONS })),
        state.trial,
      ),
    );
  });

for (const [name, state] of Object.entries(LIBRARY_STATES))
  test(`in the state ${name} the library on this machine says nothing in English to a Vietnamese reader`, () => {
    expectTranslated((language) =>
      spoken(renderToString(h(LibraryView, { ...state, language, ...LIBRARY_ACTIONS })), [
        state.shown,
        state.shown.map(({ section }) => section.join(' › ')),
        state.open,
        state.copy?.at,
        state.tagging,
        state.refused,
      ]),
    );
  });
