// Opens the panel at a gesture, sends what the outbox holds, and keeps the mirror as the library is: at certain times
// and after a keep, never because a page is opened.
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundTexts } from '../../shared/locales/background.ts';
import { captureAhead, takeCapture } from '../features/capture/ahead.ts';
import { linkClip } from '../features/capture/link.ts';
import { saveClipOnce } from '../features/save/save.ts';
import { sendWaiting } from '../features/save/send.ts';
import { interfaceLanguage } from '../features/settings/language.ts';
import { onSendAlarm } from '../lib/alarm.ts';
import {
  onGesture,
  onLinkWanted,
  onTabsWanted,
  setMenuItems,
  type WantedLink,
} from '../lib/gestures.ts';
import { refreshConnections } from '../lib/connections.ts';
import { type LinkKept, tellLinkKept } from '../lib/link-kept.ts';
import { onAskedForCapture, onAskedToSend } from '../lib/messages.ts';
import { followLibrary, syncMirror } from '../lib/mirror-sync.ts';
import { announceChange, retryAfterUpdate } from '../lib/outbox.ts';
import {
  markTab,
  openPanel,
  openTabsPage,
  openWelcome,
  showBadge,
  usePopupWithoutSidebar,
} from '../lib/panel.ts';
import { putRequest } from '../lib/requests.ts';
import { onBrowserStart, onInstall, onUpdate } from '../lib/start.ts';
import { giveBackAllPages } from '../lib/tabs.ts';
import {
  closeStorageToPages,
  connectionSetting,
  greetedSetting,
  languageSetting,
  type LanguageSetting,
} from '../lib/storage.ts';

const send = async (now: boolean): Promise<void> => {
  const { taken, waiting } = await sendWaiting({ now });
  await showBadge(waiting);
  // Not awaited: pages wait for what they had sent.
  if (taken > 0) void syncMirror('sent');
};

const sendAndSync = async (): Promise<void> => {
  await send(true);
  await refreshConnections();
  await syncMirror('start');
};

const nameMenuItems = (setting: LanguageSetting): Promise<void> =>
  setMenuItems(backgroundTexts(interfaceLanguage(setting)).menu);

const SIGNS: Record<LinkKept['outcome'], string> = { kept: '✓', known: '✓', failed: '!' };

const keepLink = async ({ tab, url, text }: WantedLink): Promise<void> => {
  const clip = linkClip(url, text, new Date().toISOString());
  if (!clip || tab.id === undefined) return;
  const tell = async (outcome: LinkKept['outcome']): Promise<void> => {
    const { title } = clip.article;
    const { kept } = backgroundTexts(interfaceLanguage(await languageSetting.get()));
    tellLinkKept({ windowId: tab.windowId, title, outcome });
    if (tab.id !== undefined) await markTab(tab.id, SIGNS[outcome], kept.link[outcome](title));
  };
  try {
    const isNew = await saveClipOnce(clip, await connectionSetting.get());
    await tell(isNew ? 'kept' : 'known');
    await send(false);
  } catch {
    await tell('failed');
  }
};

const greetOnce = async (): Promise<void> => {
  if (await greetedSetting.get()) return;
  await greetedSetting.set(true);
  await openWelcome();
};

// Everything is set up at every start: the worker is stopped and started again at any time, and
// alarms do not outlive an update.
export default defineBackground(() => {
  void closeStorageToPages();
  onGesture(({ tab, keep }) => {
    // First, and not awaited: the browser opens a panel only within the gesture itself.
    void openPanel(tab).catch(() => undefined);
    if (tab.id === undefined) return;
    captureAhead(tab.id);
    void putRequest(tab.windowId, { tabId: tab.id, url: tab.url ?? null, at: Date.now(), keep });
  });
  onLinkWanted((link) => void keepLink(link));
  onTabsWanted(() => void openTabsPage());
  onAskedToSend(send);
  onAskedForCapture(takeCapture);
  onSendAlarm(async () => {
    await send(false);
    // As often as what is new there: the person may have joined a workspace, or be out of one.
    if (await syncMirror('time')) await refreshConnections();
  });
  // What was in the way may be gone: a pause that it was answered with ends here.
  self.addEventListener('online', () => void sendAndSync());
  onBrowserStart(() => {
    void sendAndSync();
    // The page that asked for it may have been closed before it was done.
    void giveBackAllPages();
  });
  onUpdate(() => void retryAfterUpdate().then(() => send(false)));
  onInstall(() => void greetOnce());
  languageSetting.watch((setting) => void nameMenuItems(setting));
  connectionSetting.watch(() => void followLibrary());

  // The worker before this one may have been stopped between a change and the word of it.
  announceChange();
  void usePopupWithoutSidebar();
  void languageSetting.get().then(nameMenuItems);
  void send(false);
});
