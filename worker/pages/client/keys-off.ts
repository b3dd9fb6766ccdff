// Keys of one letter can be turned off (WCAG 2.2, 2.1.4); this browser remembers it.
const KEYS_OFF = 'dateline:keys-off';

export const areKeysOn = (): boolean => localStorage.getItem(KEYS_OFF) === null;

export const setKeysOn = (isOn: boolean): void => {
  if (isOn) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, 'off');
};

/** Whether what is pressed there is typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
