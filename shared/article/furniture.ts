// Parts of a page that are no text, passed over by whoever looks for the body.
import { isCaption } from './figures.ts';
import type { Named } from './named.ts';
import { proseLength } from './place.ts';

const TAGS = new Set(['nav', 'form', 'button']);
const ROLES = new Set(['navigation', 'search']);
const NAMED = /share|social|breadcrumb|newsletter|cookie|skip-/i;
const MAX_PROSE = 600;

/**
 * Whether an element is a menu, a form, an appeal or the like. One that holds the headline or running
 * text is not, whatever it is called: some pages name their very article so, and old servers wrap it in
 * a form.
 */
export const isFurniture = (named: Named, headline: Element | null): boolean =>
  isNamedSo(named) &&
  !(headline !== null && named.element.contains(headline)) &&
  proseLength(named.element) < MAX_PROSE;

// 'Get my <a class="newsletter">letter</a>!' says more than a button does.
const isLinkInSentence = ({ element, tag }: Named): boolean =>
  tag === 'a' &&
  [element.previousSibling, element.nextSibling].some(
    (beside) => beside?.nodeType === 3 && /\p{L}/u.test(beside.nodeValue ?? ''),
  );

const isNamedSo = (named: Named): boolean =>
  TAGS.has(named.tag) ||
  (named.classes !== '' &&
    NAMED.test(named.classes) &&
    !isCaption(named) &&
    !isLinkInSentence(named)) ||
  ROLES.has(named.element.getAttribute('role') ?? '');
