// Parts of a page that are no text, taken out before anybody looks for the body.
import { isCaption } from './figures.ts';
import { proseLength } from './place.ts';

// What is named like this is no text, unless a page names its very article so (and old servers wrap it in a form).
const FURNITURE = [
  'nav',
  'form',
  'button',
  '[role="navigation"]',
  '[role="search"]',
  '[class*="share" i]',
  '[class*="social" i]',
  '[class*="breadcrumb" i]',
  '[class*="newsletter" i]',
  '[class*="cookie" i]',
  '[class*="skip-" i]',
].join(',');
const MAX_PROSE = 600;

/** Removes menus, buttons, appeals and the like; a box that holds the headline or running text stays. */
export const removeFurniture = (document: Document, headline: Element | null): void => {
  for (const element of document.querySelectorAll(FURNITURE)) {
    const isArticle =
      (headline !== null && element.contains(headline)) || proseLength(element) >= MAX_PROSE;
    if (!isArticle) element.remove();
  }
};

/** Forgets the classes of headings and paragraphs: Readability throws out those called 'header-anchor'. */
export const forgetClasses = (document: Document): void => {
  for (const element of document.querySelectorAll('h2, h3, h4, h5, h6, p')) {
    if (isCaption(element)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
};
