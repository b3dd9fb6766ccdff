// The language an article is written in.
import { guessLanguage } from '../text/language.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';

const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** A language tag (BCP 47) in canonical form, or null for what is none. */
const languageTag = (value: string | null | undefined): string | null => {
  const tag =
    value
      ?.trim()
      .split(/[\s,;.]/)[0]
      ?.replaceAll('_', '-') ?? '';
  if (!TAG.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
};

/** The language that the page declares: <html lang>, then og:locale, then the older ways. */
const declaredLanguage = (page: Page): string | null => {
  const root = page.document.documentElement;
  const said = [
    root.getAttribute('lang'),
    root.getAttribute('xml:lang'),
    metaValue(page.meta, 'og:locale'),
    metaValue(page.meta, 'inlanguage', 'content-language', 'language', 'dc.language'),
  ];
  for (const value of said) {
    const tag = languageTag(value);
    if (tag) return tag;
  }
  return null;
};

/** The declared language, unless the text is plainly in another: templates are copied with their `lang`. */
export const readLanguage = (page: Page, text: string): string | null => {
  const declared = declaredLanguage(page);
  const guessed = guessLanguage(text);
  if (!declared) return guessed;
  return guessed && !declared.startsWith(guessed) ? guessed : declared;
};
