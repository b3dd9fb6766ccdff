// Keeps the state of the page that greets a newcomer true. It asks nothing of the network by itself.
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { pairingCourse } from '../../features/pairing/course.ts';
import { countWaitingFor } from '../../features/save/queue.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { readSample } from '../../features/welcome/sample.ts';
import { browserFamily } from '../../lib/family.ts';
import { boundKey } from '../../lib/gestures.ts';
import {
  connectionSetting,
  languageSetting,
  otherConnectionsSetting,
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

  /** Of looks that overtake each other only the last one is shown. */
  let lastLook = 0;

  const refresh = async (): Promise<void> => {
    lastLook += 1;
    const turn = lastLook;
    const [isPinned, readKey, keepKey, server, paired] = await Promise.all([
      isButtonPinned(),
      boundKey('read'),
      boundKey('keep'),
      serverSetting.get(),
      pairing.state(),
    ]);
    const isWithoutServer = await withoutServerSetting.get();
    const language = interfaceLanguage(await languageSetting.get());
    if (turn !== lastLook) return;
    const isSpoken = language === state?.language;
    state = {
      trial: isSpoken ? (state?.trial ?? null) : null,
      family: browserFamily(),
      isPinned,
      readKey,
      keepKey,
      server,
      pairing: paired,
      isWithoutServer,
      language,
      zone,
    };
    show(state, actions);
    if (!isSpoken) await tellSample(language);
  };

  const pairing = pairingCourse(refresh, countWaitingFor);

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
  otherConnectionsSetting.watch(() => void refresh());
  withoutServerSetting.watch(() => void refresh());
  onButtonMoved(() => void refresh());
  void refresh().then(pairing.resume);
};
