// Keys of one letter on a page, which can be turned off (WCAG 2.2, 2.1.4); this browser remembers it.
const KEYS_OFF = 'dateline:keys-off';

export const areKeysOn = (): boolean => localStorage.getItem(KEYS_OFF) === null;

export const setKeysOn = (isOn: boolean): void => {
  if (isOn) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, 'off');
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** Calls what a key means, unless it is typed, or a dialog is open. `?` is heard also while they are off. */
export const listenForKeys = (
  acts: Readonly<Record<string, () => void>>,
  signal: AbortSignal,
): void =>
  addEventListener(
    'keydown',
    (event) => {
      const { target, key, isComposing, defaultPrevented } = event;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !defaultPrevented;
      if (!isPlain || isComposing || isTyping(target)) return;
      const act = areKeysOn() || key === '?' ? acts[key] : undefined;
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
