// Keeps the settings page's state true.
import { pairingCourse } from '../../features/pairing/course.ts';
import { exportOutbox } from '../../features/save/export.ts';
import { countQueue, countWaitingFor } from '../../features/save/queue.ts';
import { keepElsewhere } from '../../features/save/keep-elsewhere.ts';
import { adoptWaiting } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { appearance, chooseAppearance } from '../../lib/appearance.ts';
import { browserFamily } from '../../lib/family.ts';
import { boundKey } from '../../lib/gestures.ts';
import { allConnections, refreshConnections } from '../../lib/connections.ts';
import { askToSend } from '../../lib/messages.ts';
import { discardOperation, onOutboxChange, readOutbox, retryOperation } from '../../lib/outbox.ts';
import { openLibrary } from '../../lib/panel.ts';
import { canOpenShortcuts, openShortcuts } from '../../lib/shortcuts.ts';
import { changeReader } from '../../lib/reader-setting.ts';
import {
  connectionSetting,
  languageSetting,
  otherConnectionsSetting,
  readerSetting,
  serverSetting,
} from '../../lib/storage.ts';
import { deleteEverything, revokeAll, storedBytes } from '../../lib/stored.ts';
import type { Done, OptionsActions, OptionsState } from './OptionsView.tsx';

const adopt = async (): Promise<void> => {
  const connection = await connectionSetting.get();
  if (connection) await adoptWaiting(connection);
};

const keepInCurrent = async (id: string): Promise<void> => {
  const connection = await connectionSetting.get();
  if (!connection) return;
  await keepElsewhere(id, connection);
};

/** Runs the settings page; `show` is called with the first state and after every change. */
export const startOptions = (
  show: (state: OptionsState, actions: OptionsActions) => void,
): void => {
  let state: OptionsState | null = null;
  let discarding: string | null = null;
  let done: Done | null = null;
  let asksToDelete = false;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Of looks that overtake each other only the last one is shown. */
  let lastLook = 0;

  const refresh = async (): Promise<void> => {
    lastLook += 1;
    const turn = lastLook;
    const [setting, operations, libraries, server, reader, readKey, keepKey, bytes, paired] =
      await Promise.all([
        languageSetting.get(),
        readOutbox(),
        allConnections(),
        serverSetting.get(),
        readerSetting.get(),
        boundKey('read'),
        boundKey('keep'),
        storedBytes(),
        pairing.state(),
      ]);
    if (turn !== lastLook) return;
    state = {
      language: interfaceLanguage(setting),
      languageSetting: setting,
      appearance: appearance(),
      reader,
      readKey,
      keepKey,
      family: browserFamily(),
      canOpenShortcuts: canOpenShortcuts(),
      storedBytes: bytes,
      asksToDelete,
      server,
      pairing: paired,
      operations,
      queue: countQueue(operations, libraries),
      libraries,
      discarding,
      done,
      zone,
      now: Date.now(),
    };
    show(state, actions);
  };

  const pairing = pairingCourse(refresh, countWaitingFor);

  /** Has sent what waits, once something was done to it, and tells what became of that. */
  const trySending = async (first?: () => Promise<void>): Promise<void> => {
    done = { kind: 'trying' };
    await refresh();
    await first?.();
    await askToSend({ now: true });
    const { waiting, parked } = countQueue(await readOutbox(), await allConnections());
    done = { kind: 'tried', left: waiting, refused: parked };
    await refresh();
  };

  const exportAll = async (): Promise<void> => {
    done = { kind: 'exported', count: await exportOutbox() };
    await refresh();
  };

  const discard = async (id: string): Promise<void> => {
    const title = state?.operations.find((operation) => operation.id === id)?.title ?? '';
    discarding = null;
    await discardOperation(id);
    done = { kind: 'discarded', title };
    await refresh();
    // Counts anew what waits.
    await askToSend({ now: false });
  };

  const deleteAll = async (): Promise<void> => {
    asksToDelete = false;
    // A pairing on its way would be taken up after it.
    pairing.actions.onCancel();
    const connections = await deleteEverything();
    done = { kind: 'deleted', notRevoked: [] };
    await refresh();
    // Counts anew what waits: nothing.
    await askToSend({ now: false });
    const notRevoked = await revokeAll(connections);
    if (notRevoked.length === 0) return;
    done = { kind: 'deleted', notRevoked };
    await refresh();
  };

  const actions: OptionsActions = {
    ...pairing.actions,
    onLanguage: (setting) => void languageSetting.set(setting),
    onAppearance: (chosen) => {
      chooseAppearance(chosen);
      void refresh();
    },
    onReaderSetting: (change) => void changeReader(change),
    onShortcuts: () => void openShortcuts(),
    onLibrary: () => void openLibrary(),
    onAskDelete: (asks) => {
      asksToDelete = asks;
      void refresh();
    },
    onDelete: () => void deleteAll(),
    onAdopt: () => void trySending(adopt),
    onTryNow: () => void trySending(),
    onExport: () => void exportAll(),
    onRetry: (id) => void trySending(() => retryOperation(id)),
    onKeepElsewhere: (id) => void trySending(() => keepInCurrent(id)),
    onAskDiscard: (id) => {
      discarding = id;
      void refresh();
    },
    onDiscard: (id) => void discard(id),
  };

  onOutboxChange(() => void refresh());
  languageSetting.watch(() => void refresh());
  readerSetting.watch(() => void refresh());
  connectionSetting.watch(() => void refresh());
  otherConnectionsSetting.watch(() => void refresh());
  // Keys are given elsewhere, and the person comes back.
  window.addEventListener('focus', () => void refresh());
  void refresh().then(pairing.resume);
  // The person may belong to other workspaces by now.
  void refreshConnections();
};
