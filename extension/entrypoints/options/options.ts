// Keeps the settings page's state true, and carries a pairing through, also over a reload.
import { serverOrigin } from '../../features/pairing/address.ts';
import { awaitApproval, cancelPairing, startPairing } from '../../features/pairing/pair.ts';
import type { PairingState } from '../../features/pairing/Pairing.tsx';
import { ownName } from '../../features/pairing/platform.ts';
import { exportOutbox } from '../../features/save/export.ts';
import { countQueue } from '../../features/save/queue.ts';
import { adoptWaiting } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { askToSend } from '../../lib/messages.ts';
import { discardOperation, onOutboxChange, readOutbox, retryOperation } from '../../lib/outbox.ts';
import { openTab } from '../../lib/panel.ts';
import {
  connectionSetting,
  languageSetting,
  pairingInFlight,
  type PairingInFlight,
  serverSetting,
} from '../../lib/storage.ts';
import type { Done, OptionsActions, OptionsState } from './OptionsView.tsx';

const choose = async (workspace: string): Promise<void> => {
  const connection = await connectionSetting.get();
  if (connection) await connectionSetting.set({ ...connection, workspace });
};

const retry = async (id: string): Promise<void> => {
  await retryOperation(id);
  await askToSend({ now: true });
};

/** Runs the settings page; `show` is called with the first state and after every change. */
export const startOptions = (
  show: (state: OptionsState, actions: OptionsActions) => void,
): void => {
  let state: OptionsState | null = null;
  let polling: AbortController | null = null;
  let failure: Extract<PairingState, { kind: 'idle' }>['failure'] = null;
  let connecting = false;
  let asksToDisconnect = false;
  let discarding: string | null = null;
  let done: Done | null = null;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  const pairingState = async (): Promise<PairingState> => {
    if (connecting) return { kind: 'connecting' };
    const pairing = await pairingInFlight.get();
    if (pairing) return { kind: 'code', pairing };
    const connection = await connectionSetting.get();
    // A failed attempt is told where it was made: with a token that is no longer taken, in the form.
    if (connection && !(connection.paused && failure))
      return { kind: 'connected', connection, asksToDisconnect };
    return { kind: 'idle', failure };
  };

  const refresh = async (): Promise<void> => {
    const setting = await languageSetting.get();
    const operations = await readOutbox();
    const library = await connectionSetting.get();
    state = {
      language: interfaceLanguage(setting),
      languageSetting: setting,
      server: await serverSetting.get(),
      pairing: await pairingState(),
      operations,
      queue: countQueue(operations, library),
      library,
      discarding,
      done,
      zone,
      now: Date.now(),
    };
    show(state, actions);
  };

  const poll = async (pairing: PairingInFlight): Promise<void> => {
    polling?.abort();
    polling = new AbortController();
    const end = await awaitApproval(pairing, polling.signal);
    if (end === null) return;
    failure = end === 'paired' ? null : end;
    await refresh();
  };

  const connect = async (typed: string): Promise<void> => {
    if (connecting) return;
    const server = serverOrigin(typed);
    if (!server) {
      failure = 'bad-address';
      return refresh();
    }
    connecting = true;
    await refresh();
    await serverSetting.set(server);
    failure = await startPairing(server, await ownName());
    connecting = false;
    await refresh();
    const pairing = await pairingInFlight.get();
    if (pairing) await poll(pairing);
  };

  const cancel = async (): Promise<void> => {
    polling?.abort();
    failure = null;
    await cancelPairing();
    await refresh();
  };

  const disconnect = async (): Promise<void> => {
    const mustAsk = !asksToDisconnect && (state?.queue.waiting ?? 0) > 0;
    asksToDisconnect = mustAsk;
    if (!mustAsk) await connectionSetting.set(null);
    await refresh();
  };

  const tryNow = async (): Promise<void> => {
    done = { kind: 'trying' };
    await refresh();
    await askToSend({ now: true });
    const library = await connectionSetting.get();
    done = { kind: 'tried', left: countQueue(await readOutbox(), library).waiting };
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

  const actions: OptionsActions = {
    onConnect: (typed) => void connect(typed),
    onCancel: () => void cancel(),
    onOpenApproval: () => {
      if (state?.pairing.kind === 'code')
        void openTab(state.pairing.pairing.started.verification_uri_complete);
    },
    onChoose: (workspace) => void choose(workspace),
    onDisconnect: () => void disconnect(),
    onLanguage: (setting) => void languageSetting.set(setting),
    onAdopt: () => void connectionSetting.get().then((found) => found && adoptWaiting(found)),
    onTryNow: () => void tryNow(),
    onExport: () => void exportAll(),
    onRetry: (id) => void retry(id),
    onAskDiscard: (id) => {
      discarding = id;
      void refresh();
    },
    onDiscard: (id) => void discard(id),
  };

  const begin = async (): Promise<void> => {
    await refresh();
    const pairing = await pairingInFlight.get();
    if (pairing) await poll(pairing);
  };

  onOutboxChange(() => void refresh());
  languageSetting.watch(() => void refresh());
  connectionSetting.watch(() => void refresh());
  void begin();
};
