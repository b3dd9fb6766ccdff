// The language an article is written in.
import { oneLine } from '../text/clean.ts';
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

const MAX_PARAGRAPHS = 50;
/** UTF-16 units: a guess looks at no more. */
const SAMPLE = 2_000;

const sampleOf = (page: Page, title: string): string => {
  let text = title;
  for (const paragraph of [...page.document.querySelectorAll('p')].slice(0, MAX_PARAGRAPHS)) {
    if (text.length >= SAMPLE) break;
    text += ` ${oneLine(paragraph.textContent ?? '')}`;
  }
  return text;
};

/** The declared language, unless the text is plainly in another: templates are copied with their `lang`. */
export const readLanguage = (page: Page, title: string): string | null => {
  const declared = declaredLanguage(page);
  const guessed = guessLanguage(sampleOf(page, title));
  if (!declared) return guessed;
  return guessed && !declared.startsWith(guessed) ? guessed : declared;
};
