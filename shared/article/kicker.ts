// The kicker (Dachzeile): the words over a headline that say what it is about, and whether they belong to it.
import { fold } from '../text/fold.ts';
import { spacedText } from './place.ts';

const MAX_KICKER = 80;
const MIN_HEADLINE = 10;
const MARKS = /^[\s:|/•·–—-]+/u;
const SEPARATOR = /\s[|/•·–—-]\s|[:|]\s/gu;
const AGREEMENT = 3;

// What a heading says after its first element: '<h1><span>Storms</span> <span>A mast fell</span></h1>'.
const afterFirstElement = (heading: Element, text: string): readonly string[] => {
  let around = heading;
  while (around.childElementCount === 1 && around.firstElementChild) {
    const [inner] = around.children;
    if (!inner || spacedText(inner) !== text) break;
    around = inner;
  }
  const kicker = around.firstElementChild ? spacedText(around.firstElementChild) : '';
  return kicker !== '' && text.startsWith(kicker) ? [text.slice(kicker.length)] : [];
};

/** A heading's text without the kicker that stands in it, where the page's first title goes without it too. */
export const withoutKicker = (heading: Element, declared: readonly string[]): string => {
  const text = spacedText(heading);
  const title = fold(declared[0] ?? '');
  // A dash may stand in the headline itself: a title that has all of it says so.
  const isWhole = declared.some((other) => fold(other) === fold(text));
  const marks = isWhole ? [] : [...text.matchAll(SEPARATOR)];
  const rests = [
    ...afterFirstElement(heading, text),
    ...marks.map((mark) => text.slice(mark.index + mark[0].length)),
  ].map((rest) => rest.replace(MARKS, ''));
  for (const rest of rests) {
    const kicker = fold(text.slice(0, text.length - rest.length));
    const isKicker = kicker !== '' && kicker.length <= MAX_KICKER && !title.includes(kicker);
    if (isKicker && rest.length >= MIN_HEADLINE && title.endsWith(fold(rest))) return rest;
  }
  return text;
};

/** The title with a kicker in front of the heading's text that the page's titles agree on, or null. */
export const kickerAgreed = (text: string, declared: readonly string[]): string | null => {
  const [title] = declared;
  if (title === undefined) return null;
  const whole = fold(title);
  const isLonger = whole.length > fold(text).length && whole.endsWith(` ${fold(text)}`);
  const agreeing = declared.filter((other) => fold(other) === whole).length;
  return isLonger && agreeing >= AGREEMENT ? title : null;
};
