// A list is gone through by keys, which a person can turn off.
import { areKeysOn, isTyping, setKeysOn } from './keys-off.ts';

const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-clip]') ?? null;

const linkOf = (item: HTMLElement | null | undefined) =>
  item?.querySelector<HTMLAnchorElement>('[data-open]');

const boxOf = (item: HTMLElement | null) => item?.querySelector<HTMLInputElement>('[name=clip]');

const press = (act: 'done' | 'star'): void =>
  current()?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.click();

/** Whether the keys are on, which the box in their list says and this browser remembers. */
const rememberOn = (box: HTMLInputElement | null | undefined): (() => boolean) => {
  if (!box) return () => true;
  box.checked = areKeysOn();
  box.addEventListener('change', () => setKeysOn(box.checked));
  return () => box.checked;
};

/**
 * Lets the items of a form be gone through by the keys that its page lists.
 *
 * @param remove Deletes an item; null for one who may not.
 */
export const listenForKeys = (
  form: HTMLFormElement,
  itemsOf: () => readonly HTMLElement[],
  remove: ((item: HTMLElement) => void) | null,
): void => {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keys');
  const isOn = rememberOn(dialog?.querySelector<HTMLInputElement>('[data-keys-on]'));
  const opener = document.querySelector<HTMLButtonElement>('[data-keys]');
  if (opener) {
    opener.hidden = false;
    opener.addEventListener('click', () => dialog?.showModal());
  }

  const go = (steps: 1 | -1): void => {
    const items = itemsOf();
    const item = current();
    const at = item ? items.indexOf(item) + steps : 0;
    linkOf(items[Math.max(0, Math.min(items.length - 1, at))])?.focus();
  };

  const tag = (): void => {
    const box = boxOf(current());
    if (box?.checked === false) box.click();
    form.querySelector<HTMLInputElement>('input[name=name]')?.focus();
  };

  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(1),
    k: () => go(-1),
    o: () => linkOf(current())?.click(),
    s: () => press('star'),
    e: () => press('done'),
    x: () => boxOf(current())?.click(),
    t: tag,
    '#': () => {
      const item = current();
      if (item) remove?.(item);
    },
    '?': () => dialog?.showModal(),
  };

  addEventListener('keydown', (event) => {
    const { target, key, isComposing } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing || isTyping(target)) return;
    // The list of keys can always be opened: there they are turned on again.
    const act = isOn() || key === '?' ? acts[key] : undefined;
    if (!act || dialog?.open) return;
    event.preventDefault();
    act();
  });
};
