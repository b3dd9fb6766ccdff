// Firefox for Android has no sidebar, no keys, no menus, no windows: the background starts without them.
import { afterAll, expect, test, vi } from 'vitest';

const event = { addListener: () => undefined };
const area = { get: () => Promise.resolve({}), set: () => Promise.resolve() };
const popups: unknown[] = [];

vi.stubGlobal('chrome', {
  action: {
    onClicked: event,
    setPopup: (popup: unknown) => Promise.resolve(popups.push(popup)),
    setBadgeText: () => Promise.resolve(),
    setBadgeBackgroundColor: () => Promise.resolve(),
  },
  alarms: { onAlarm: event, create: () => Promise.resolve() },
  i18n: { getUILanguage: () => 'vi' },
  runtime: {
    id: 'own',
    getURL: (path: string) => `moz-extension://own${path}`,
    onInstalled: event,
    onMessage: event,
    onStartup: event,
  },
  storage: { local: area, session: area, onChanged: event },
});
vi.stubGlobal('self', new EventTarget());
// One that never answers: what is done with the outbox is shown elsewhere.
vi.stubGlobal('IDBRequest', EventTarget);
vi.stubGlobal('indexedDB', { open: () => new EventTarget() });
afterAll(() => vi.unstubAllGlobals());

const { default: background } = await import('../../extension/entrypoints/background.ts');
const { browserFamily } = await import('../../extension/lib/family.ts');
const { boundKey } = await import('../../extension/lib/gestures.ts');
const { canOpenShortcuts } = await import('../../extension/lib/shortcuts.ts');

test('the background starts on Firefox for Android, and the panel is the popup of its menu item', async () => {
  await background.main();
  await vi.waitFor(() => expect(popups).toEqual([{ popup: '/panel.html' }]));
  expect(browserFamily()).toBe('android');
  expect(await boundKey('read')).toBeNull();
  expect(canOpenShortcuts()).toBe(false);
});
