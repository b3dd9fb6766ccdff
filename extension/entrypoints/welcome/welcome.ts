// Keeps the state of the page that greets a newcomer true. It asks nothing of the network by itself.
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { pairingCourse } from '../../features/pairing/course.ts';
import { countQueue } from '../../features/save/queue.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { readSample } from '../../features/welcome/sample.ts';
import { browserFamily } from '../../lib/family.ts';
import { boundKey } from '../../lib/gestures.ts';
import { readOutbox } from '../../lib/outbox.ts';
import {
  connectionSetting,
  languageSetting,
  serverSetting,
  withoutServerSetting,
} from '../../lib/storage.ts';
import { isButtonPinned, onButtonMoved } from '../../lib/toolbar.ts';
import type { WelcomeActions, WelcomeState } from './WelcomeView.tsx';

/** Runs the page; `show` is called with the first state and after every change. */
export const startWelcome = (
  show: (state: WelcomeState, actions: WelcomeActions) => void,
): void => {
  let state: WelcomeState | null = null;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  const update = (change: Partial<WelcomeState>): void => {
    if (!state) return;
    state = { ...state, ...change };
    show(state, actions);
  };

  const tellSample = async (language: InterfaceLanguage): Promise<void> => {
    const sample = await readSample(language);
    if (sample && state?.language === language)
      update({ trial: { sample, isRead: false, sentence: null } });
  };

  const refresh = async (): Promise<void> => {
    const found = {
      family: browserFamily(),
      isPinned: await isButtonPinned(),
      readKey: await boundKey('read'),
      keepKey: await boundKey('keep'),
      server: await serverSetting.get(),
      pairing: await pairing.state(),
      waiting: countQueue(await readOutbox(), await connectionSetting.get()).waiting,
      isWithoutServer: await withoutServerSetting.get(),
      language: interfaceLanguage(await languageSetting.get()),
      zone,
    };
    // As it is by now: a sentence may have been pressed meanwhile.
    const isSpoken = found.language === state?.language;
    state = { ...found, trial: isSpoken ? (state?.trial ?? null) : null };
    show(state, actions);
    if (!isSpoken) await tellSample(found.language);
  };

  const pairing = pairingCourse(refresh, () => state?.waiting ?? 0);

  const actions: WelcomeActions = {
    ...pairing.actions,
    onWithoutServer: () => void withoutServerSetting.set(true),
    onRead: () => {
      if (state?.trial) update({ trial: { ...state.trial, isRead: true } });
    },
    onShow: (sentence) => {
      if (state?.trial) update({ trial: { ...state.trial, sentence } });
    },
  };

  languageSetting.watch(() => void refresh());
  connectionSetting.watch(() => void refresh());
  withoutServerSetting.watch(() => void refresh());
  onButtonMoved(() => void refresh());
  void refresh().then(pairing.resume);
};
