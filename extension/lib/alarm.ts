import { browser } from 'wxt/browser';

const NAME = 'send';

/** Calls `send` every minute from now on, also after the background was stopped. */
export const onSendAlarm = (send: () => Promise<void>): void => {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) void send();
  });
  void browser.alarms.create(NAME, { periodInMinutes: 1 });
};
