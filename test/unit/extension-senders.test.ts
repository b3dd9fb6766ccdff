// Who may ask something of the extension: its own pages, and no script in somebody else's.
import { afterAll, expect, test, vi } from 'vitest';

const OWN = 'chrome-extension://own/';

type Listener = (...told: unknown[]) => unknown;

const event = () => {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    tell: (...told: unknown[]) => [...listeners].map((listener) => listener(...told)),
  };
};

const onMessage = event();
const onConnect = event();
vi.stubGlobal('chrome', {
  runtime: { id: 'own', getURL: (path: string) => OWN.slice(0, -1) + path, onMessage, onConnect },
});
afterAll(() => vi.unstubAllGlobals());

const { onAskedToSend } = await import('../../extension/lib/messages.ts');
const { onHighlighter } = await import('../../extension/lib/page.ts');

const PANEL = { id: 'own', url: `${OWN}panel.html` };

const STRANGERS = {
  'a script of ours in a page': { id: 'own', url: 'https://news.example/', tab: { id: 1 } },
  'a page that is called as we are': { id: 'own', url: `https://news.example/${OWN}panel.html` },
  'a page whose name begins as ours': { id: 'own', url: 'chrome-extension://owner/panel.html' },
  'another extension': { id: 'other', url: `${OWN}panel.html` },
  'whoever says nothing of themselves': {},
};

test('only our own pages may ask the background to send', () => {
  const asked: boolean[] = [];
  onAskedToSend((now) => {
    asked.push(now);
    return Promise.resolve();
  });
  const message = { kind: 'send', now: true };
  for (const [who, sender] of Object.entries(STRANGERS))
    expect(
      onMessage.tell(message, sender, () => undefined),
      who,
    ).toEqual([false]);
  expect(onMessage.tell({ kind: 'other' }, PANEL, () => undefined)).toEqual([false]);
  expect(asked).toEqual([]);
  expect(onMessage.tell(message, PANEL, () => undefined)).toEqual([true]);
  expect(asked).toEqual([true]);
});

test('in a page only our own pages may have something marked, and a stranger takes nobody’s turn', () => {
  const served: unknown[] = [];
  onHighlighter((port) => served.push(port.sender));
  for (const sender of Object.values(STRANGERS)) onConnect.tell({ sender });
  onConnect.tell({});
  expect(served).toEqual([]);
  onConnect.tell({ sender: PANEL });
  onConnect.tell({ sender: PANEL });
  expect(served).toEqual([PANEL]);
});
