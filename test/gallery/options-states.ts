// Every state of the settings, by what can wait in the outbox.
import type { OptionsState } from '../../extension/entrypoints/options/OptionsView.tsx';
import type { PairingState } from '../../extension/features/pairing/Pairing.tsx';
import { countQueue } from '../../extension/features/save/queue.ts';
import { cardOf } from '../../extension/lib/card.ts';
import type { Operation } from '../../extension/lib/operation.ts';
import type { Connection } from '../../extension/lib/storage.ts';
import { LAND } from './clips.ts';

const HOME = { server: 'http://localhost:8787', account: 'a', workspace: 'nhom' };

export const CONNECTION: Connection = {
  server: HOME.server,
  account: HOME.account,
  token: 'T'.repeat(43),
  workspaces: [],
  workspace: 'Nhóm biên tập',
  scope: 'clip:read clip:write',
  paused: false,
};

const workspace = (name: string, role: 'editor' | 'viewer') => ({
  id: name,
  name,
  role,
  zone: 'Asia/Ho_Chi_Minh',
  language: 'vi' as const,
});

export const operation = (change: Partial<Operation>): Operation => ({
  edits: null,
  act: null,
  highlight: null,
  card: cardOf(LAND, '06000000'),
  filing: null,
  id: LAND.id,
  order: 1,
  capturedAt: '2026-12-27T02:50:00.000Z',
  title: LAND.article.title,
  url: LAND.article.canonicalUrl,
  destination: HOME,
  isLink: false,
  state: 'waiting',
  reason: null,
  attempts: 0,
  nextAt: 0,
  hindrance: null,
  ...change,
});

export const UNPAIRED: PairingState = {
  connecting: false,
  pairing: null,
  connections: [],
  failure: null,
  asksToDisconnect: null,
  notRevoked: null,
};

const waitingFor = (
  change: Partial<Operation>,
  ...libraries: Connection[]
): Omit<OptionsState, 'language'> => {
  const operations = [operation(change)];
  return {
    languageSetting: 'auto',
    appearance: 'auto',
    reader: { size: 0, isWide: false, paper: 'auto', images: false },
    readKey: 'Alt+Shift+D',
    keepKey: 'Alt+Shift+S',
    family: 'chromium',
    canOpenShortcuts: true,
    storedBytes: 1_234_567,
    asksToDelete: false,
    server: HOME.server,
    pairing: { ...UNPAIRED, connections: libraries },
    operations,
    queue: countQueue(operations, libraries),
    libraries,
    discarding: null,
    done: null,
    zone: 'Asia/Ho_Chi_Minh',
    now: Date.UTC(2026, 11, 27, 2, 59),
  };
};

const outbox = (change: Partial<Operation>): Omit<OptionsState, 'language'> =>
  waitingFor(change, CONNECTION);

const EDIT_ID = '0190a0b0-0000-7000-8000-000000000002';

const tried = { attempts: 2, nextAt: Date.UTC(2026, 11, 27, 3) } as const;

/** The settings page with what can wait in the outbox, by name. */
export const OUTBOX_STATES: Record<string, Omit<OptionsState, 'language'>> = {
  'no-library': waitingFor({ destination: null }),
  'not-chosen': outbox({ destination: null }),
  elsewhere: outbox({ destination: { ...HOME, account: 'b' } }),
  'pair-again': waitingFor({}, { ...CONNECTION, paused: true }),
  turn: outbox({}),
  unreachable: outbox({ ...tried, hindrance: 'unreachable' }),
  busy: outbox({ ...tried, hindrance: 'busy' }),
  moving: outbox({ ...tried, hindrance: 'moving' }),
  foreign: outbox({ ...tried, hindrance: 'foreign' }),
  blocked: outbox({ ...tried, hindrance: 'blocked' }),
  'wrong-clock': outbox({ capturedAt: '2100-01-01T00:00:00.000Z' }),
  refused: outbox({ state: 'parked', reason: 'gone' }),
  'refused-in-trash': outbox({ state: 'parked', reason: 'in-trash' }),
  'refused-as-too-old': outbox({ state: 'parked', reason: 'older-client' }),
  'edit-waiting': outbox({ edits: LAND.id, id: EDIT_ID }),
  'highlight-waiting': outbox({ edits: LAND.id, highlight: EDIT_ID, id: EDIT_ID }),
  'highlight-refused': outbox({
    edits: LAND.id,
    highlight: EDIT_ID,
    id: EDIT_ID,
    state: 'parked',
    reason: 'gone',
  }),
  'edit-refused': outbox({ edits: LAND.id, id: EDIT_ID, state: 'parked', reason: 'not-found' }),
  'edit-discarding': { ...outbox({ edits: LAND.id, id: EDIT_ID }), discarding: EDIT_ID },
  trying: { ...outbox({}), done: { kind: 'trying' } },
  'tried-in-vain': { ...outbox(tried), done: { kind: 'tried', left: 1, refused: 0 } },
  'tried-refused': { ...outbox({}), done: { kind: 'tried', left: 0, refused: 1 } },
  exported: { ...outbox({}), done: { kind: 'exported', count: 1 } },
  discarding: { ...outbox({}), discarding: LAND.id },
  discarded: { ...outbox({}), done: { kind: 'discarded', title: 'Tin' } },
  'deleting-all': { ...outbox({}), asksToDelete: true },
  'deleted-all': { ...waitingFor({}), operations: [], done: { kind: 'deleted', notRevoked: [] } },
  'deleted-not-told': {
    ...waitingFor({}),
    operations: [],
    done: { kind: 'deleted', notRevoked: ['https://news.example', 'http://localhost:8787'] },
  },
  'keys-by-hand': {
    ...waitingFor({}),
    operations: [],
    family: 'firefox',
    canOpenShortcuts: false,
    readKey: null,
    storedBytes: null,
    appearance: 'dark',
    reader: { size: 3, isWide: true, paper: 'sepia', images: true },
  },
  'no-keys': {
    ...waitingFor({}),
    operations: [],
    family: 'android',
    canOpenShortcuts: false,
    readKey: null,
    keepKey: null,
  },
  'refused-as-removed': outbox({
    destination: { ...HOME, workspace: 'team' },
    state: 'parked',
    reason: 'not-found',
  }),
  'several-libraries': waitingFor(
    { destination: { ...HOME, account: 'b' } },
    {
      ...CONNECTION,
      workspaces: [
        workspace('Nhóm biên tập', 'editor'),
        workspace('Ban thời sự của tờ báo có cái tên rất dài', 'viewer'),
      ],
    },
    { ...CONNECTION, account: 'b', token: 'U'.repeat(43), scope: 'clip:read' },
    {
      ...CONNECTION,
      server: 'https://dateline.example',
      token: 'V'.repeat(43),
      scope: 'clip:write',
      paused: true,
    },
  ),
  'bad-token': {
    ...waitingFor({}),
    operations: [],
    pairing: { ...UNPAIRED, failure: 'bad-token' },
  },
  'not-revoked': {
    ...waitingFor({}),
    operations: [],
    pairing: { ...UNPAIRED, notRevoked: HOME.server },
  },
  'all-sent': { ...outbox({}), operations: [], done: { kind: 'tried', left: 0, refused: 0 } },
};
