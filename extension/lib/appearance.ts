// Light or dark, as the browser has it or as the person wants it. It lies where it can be read before
// anything is drawn, so that no page begins in the other one.

export const APPEARANCES = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const KEY = 'appearance';

/** What the person chose; 'auto' without a choice. */
export const appearance = (): Appearance =>
  APPEARANCES.find((each) => each === localStorage.getItem(KEY)) ?? 'auto';

const apply = (): void => {
  document.documentElement.dataset['appearance'] = appearance();
};

/** Chooses for every page of the extension, those that are open too. */
export const chooseAppearance = (chosen: Appearance): void => {
  localStorage.setItem(KEY, chosen);
  apply();
};

/** Gives this page the look that was chosen, now and whenever another is. */
export const followAppearance = (): void => {
  apply();
  window.addEventListener('storage', apply);
};
