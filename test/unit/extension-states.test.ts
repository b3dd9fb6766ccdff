import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { PanelView } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { PANEL_STATES } from './extension-states.ts';

const idle = () => undefined;
const actions = {
  onKeep: idle,
  onKeepAgain: idle,
  onSendNow: idle,
  onAdopt: idle,
  onOptions: idle,
};

// The same in every language.
const NAMES = new Set(['Dateline', 'Alt Shift S', 'Alt Shift D', 'Chính trị › Tin trong tỉnh']);

/** What the interface says in a state: its texts without those of the page itself. */
const spoken = (name: string, language: InterfaceLanguage): string[] => {
  const state = PANEL_STATES[name];
  if (!state) throw new Error(`No state ${name}`);
  const html = renderToString(h(PanelView, { ...state, language, ...actions }));
  const page = JSON.stringify(state.page);
  return html
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !page.includes(text));
};

for (const name of Object.keys(PANEL_STATES))
  test(`in the state ${name} the panel says nothing in English to a Vietnamese reader`, () => {
    const english = spoken(name, 'en');
    const vietnamese = spoken(name, 'vi');
    expect(english.length).toBeGreaterThan(1);
    expect(vietnamese.filter((text) => english.includes(text) && !NAMES.has(text))).toEqual([]);
  });
