// Every state of the settings, by what can wait in the outbox.
import type { OptionsState } from '../../extension/entrypoints/options/OptionsView.tsx';
import { countQueue } from '../../extension/features/save/queue.ts';
import { cardOf } from '../../extension/lib/card.ts';
import type { Operation } from '../../extension/lib/operation.ts';
import { LAND } from './clips.ts';

const HOME = { server: 'http://localhost:8787', account: 'a', workspace: 'nhom' };

export const CONNECTION = {
  server: HOME.server,
  account: HOME.account,
  token: 'T'.repeat(43),
  workspaces: [],
  workspace: 'Nhóm biên tập',
  paused: false,
};

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

const outbox = (
  change: Partial<Operation>,
  library: typeof CONNECTION | null = CONNECTION,
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
    pairing: library
      ? { kind: 'connected', connection: library, asksToDisconnect: false }
      : { kind: 'idle', failure: null },
    operations,
    queue: countQueue(operations, library),
    library,
    discarding: null,
    done: null,
    zone: 'Asia/Ho_Chi_Minh',
    now: Date.UTC(2026, 11, 27, 2, 59),
  };
};

const EDIT_ID = '0190a0b0-0000-7000-8000-000000000002';

const tried = { attempts: 2, nextAt: Date.UTC(2026, 11, 27, 3) } as const;

/** The settings page with what can wait in the outbox, by name. */
export const OUTBOX_STATES: Record<string, Omit<OptionsState, 'language'>> = {
  'no-library': outbox({ destination: null }, null),
  'not-chosen': outbox({ destination: null }),
  elsewhere: outbox({ destination: { ...HOME, account: 'b' } }),
  'pair-again': outbox({}, { ...CONNECTION, paused: true }),
  turn: outbox({}),
  unreachable: outbox({ ...tried, hindrance: 'unreachable' }),
  busy: outbox({ ...tried, hindrance: 'busy' }),
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
  'tried-in-vain': { ...outbox(tried), done: { kind: 'tried', left: 1 } },
  exported: { ...outbox({}), done: { kind: 'exported', count: 1 } },
  discarding: { ...outbox({}), discarding: LAND.id },
  discarded: { ...outbox({}), done: { kind: 'discarded', title: 'Tin' } },
  'deleting-all': { ...outbox({}), asksToDelete: true },
  'deleted-all': { ...outbox({}, null), operations: [], done: { kind: 'deleted' } },
  'keys-by-hand': {
    ...outbox({}, null),
    operations: [],
    family: 'firefox',
    canOpenShortcuts: false,
    readKey: null,
    storedBytes: null,
    appearance: 'dark',
    reader: { size: 3, isWide: true, paper: 'sepia', images: true },
  },
  'no-keys': {
    ...outbox({}, null),
    operations: [],
    family: 'android',
    canOpenShortcuts: false,
    readKey: null,
    keepKey: null,
  },
  'all-sent': { ...outbox({}), operations: [], done: { kind: 'tried', left: 0 } },
};
