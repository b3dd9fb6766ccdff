// Opens the panel at a gesture, and sends what the outbox holds.
import { defineBackground } from 'wxt/utils/define-background';
import { texts } from '../../shared/locales/index.ts';
import { sendWaiting } from '../features/save/send.ts';
import { interfaceLanguage } from '../features/settings/language.ts';
import { onSendAlarm } from '../lib/alarm.ts';
import { onGesture, setMenuItem } from '../lib/gestures.ts';
import { onAskedToSend } from '../lib/messages.ts';
import { announceChange } from '../lib/outbox.ts';
import { openPanel, showBadge, usePopupWithoutSidebar } from '../lib/panel.ts';
import { putRequest } from '../lib/requests.ts';
import { onBrowserStart } from '../lib/start.ts';
import { languageSetting, type LanguageSetting } from '../lib/storage.ts';

const send = async (now: boolean): Promise<void> => {
  await showBadge(await sendWaiting({ now }));
};

const nameMenuItem = (setting: LanguageSetting): Promise<void> =>
  setMenuItem(texts(interfaceLanguage(setting)).panel.menuItem);

// Everything is set up at every start: the worker is stopped and started again at any time, and
// alarms do not outlive an update.
export default defineBackground(() => {
  onGesture(({ tab, keep }) => {
    // First, and not awaited: the browser opens a panel only within the gesture itself.
    void openPanel(tab).catch(() => undefined);
    if (tab.id !== undefined)
      void putRequest(tab.windowId, { tabId: tab.id, url: tab.url ?? null, at: Date.now(), keep });
  });
  onAskedToSend(send);
  onSendAlarm(() => send(false));
  // What was in the way may be gone: a pause that it was answered with ends here.
  self.addEventListener('online', () => void send(true));
  onBrowserStart(() => void send(true));
  languageSetting.watch((setting) => void nameMenuItem(setting));

  // The worker before this one may have been stopped between a change and the word of it.
  announceChange();
  void usePopupWithoutSidebar();
  void languageSetting.get().then(nameMenuItem);
  void send(false);
});
