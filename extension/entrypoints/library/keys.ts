// The keys by which the list is gone through.
import { listenForKeys } from '../../lib/single-keys.ts';

/** Those that do something here, of all that such a list may have. */
export const LIST_KEYS: readonly string[] = ['j', 'k', 'o', 's', 'e', 'x', 't', '#', '/', '?'];

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-open]')];

/** The clip that has the focus. */
export const currentClip = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-clip]') ?? null;

const linkIn = (clip: Element | null): HTMLElement | null =>
  clip?.querySelector<HTMLElement>('[data-open]') ?? null;

const go = (steps: 1 | -1): void => {
  const all = links();
  const link = linkIn(currentClip());
  const at = link ? all.indexOf(link) + steps : 0;
  const next = all[Math.max(0, Math.min(all.length - 1, at))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

const press = (act: string): void =>
  currentClip()?.querySelector<HTMLElement>(`[data-act=${act}]`)?.click();

/** Puts the focus on the clip beside one that goes away. */
export const focusBeside = (id: string): void => {
  const all = links();
  const at = all.findIndex((link) => link.closest(`[data-clip="${id}"]`));
  (all[at + 1] ?? all[at - 1])?.focus();
};

/** Lets the list be gone through by keys; answers what ends that. */
export const listenForListKeys = ({ openKeys }: { openKeys: () => void }): (() => void) => {
  const end = new AbortController();
  listenForKeys(
    {
      j: () => go(1),
      k: () => go(-1),
      o: () => linkIn(currentClip())?.click(),
      s: () => press('star'),
      e: () => press('done'),
      x: () => press('choose'),
      t: () => press('tag'),
      '#': () => press('delete'),
      '/': () => document.querySelector<HTMLInputElement>('#query')?.select(),
      '?': openKeys,
    },
    end.signal,
  );
  return () => end.abort();
};
