// Pictures with what is written under them. A caption belongs to its figure and never to the text.
import type { Block } from '../schema/block.ts';
import { clip, oneLine } from '../text/clean.ts';
import { resolve } from './address.ts';
import type { Named } from './named.ts';

type FigureBlock = Extract<Block, { kind: 'figure' }>;

const MAX_CAPTION = 5_000;
const MAX_CREDIT = 500;
const MAX_ALT = 2_000;
const SMALLEST = 60;

const CAPTION =
  'figcaption, [class*="caption" i], [itemprop~="caption"], [class*="photo-desc" i], [class*="image-desc" i], [class*="chuthich" i], [class*="chu-thich" i], [class*="legend" i]';
const CREDIT =
  '[class*="credit" i], [class*="copyright" i], [itemprop~="copyrightHolder"], [class*="photographer" i], small';
const NO_PICTURE =
  /(?:^|[/_.-])(?:spacer|blank|pixel|transparent|1x1|loading|placeholder|avatar|emoji|icon)s?[/_.\d-]/i;

const ADDRESS = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url', 'src'];
const ADDRESSES = ['data-srcset', 'srcset'];

const textOf = (element: Element | null | undefined): string => oneLine(element?.textContent ?? '');

const firstOfSet = (value: string | null): string | null =>
  value?.trim().split(/\s*,\s+|\s+/)[0] ?? null;

const isSmall = (image: Element): boolean =>
  ['width', 'height'].some(
    (name) => Number.parseInt(image.getAttribute(name) ?? '', 10) < SMALLEST,
  );

/** The address of a picture that is part of the article, or null for icons, pixels and placeholders. */
const pictureSource = (image: Element, base: URL): string | null => {
  if (isSmall(image)) return null;
  for (const href of addressesOf(image)) {
    const address = resolve(href, base);
    if (address && !NO_PICTURE.test(new URL(address).pathname)) return address;
  }
  return null;
};

// One by one: the first will do for most pictures.
function* addressesOf(image: Element): Generator<string | null> {
  for (const name of ADDRESS) yield image.getAttribute(name);
  for (const name of ADDRESSES) yield firstOfSet(image.getAttribute(name));
  const source = image.parentElement?.querySelector('source');
  yield firstOfSet(source?.getAttribute('srcset') ?? null);
}

// 'Im leeren Becken. Foto: Uwe Lanz': who took it, at the end of what it shows.
const SAID_CREDIT =
  /(?:^|[\s(])(?<credit>(?:ảnh|nguồn ảnh|photo(?:graph)?(?: by)?|foto|bild|fotografía|crédit|credit|image)\s?[:：][^:：.!?]{2,80})[.)]?$/iu;

// The caption, and the credit that an element of its own or its last words name.
const parted = (text: string, credit: string): readonly [caption: string, credit: string] => {
  if (credit !== '') return [text, credit];
  const said = SAID_CREDIT.exec(text)?.groups?.['credit'] ?? '';
  const caption =
    said === '' ? text : text.slice(0, text.lastIndexOf(said)).replace(/\s?\(?\s?$/u, '');
  return caption === '' ? [text, ''] : [caption, said.trim()];
};

const filled = (text: string, max: number): string | null =>
  text === '' ? null : clip(text, max).trim();

interface Picture {
  readonly image: Element;
  readonly src: string;
}

const pictureIn = (image: Element, base: URL): Picture | null => {
  const src = pictureSource(image, base);
  return src === null ? null : { image, src };
};

const figure = (picture: Picture | null, text: string, named: string): FigureBlock | null => {
  const [caption, credit] = parted(text, named);
  if (!picture && caption === '') return null;
  return {
    kind: 'figure',
    src: picture?.src ?? null,
    alt: filled(oneLine(picture?.image.getAttribute('alt') ?? ''), MAX_ALT),
    caption: filled(caption, MAX_CAPTION),
    credit: filled(credit, MAX_CREDIT),
  };
};

const CAPTION_NAME = /caption|photo-desc|image-desc|chu-?thich|legend/i;
const FRAME_NAME = /caption|figure|photo|image/i;

/** Whether an element is a caption by its name, and short enough to be one. */
export const isCaption = ({ element, tag, classes }: Named): boolean =>
  (tag === 'figcaption' ||
    (classes !== '' && CAPTION_NAME.test(classes)) ||
    isCaptionItem(element.getAttribute('itemprop'))) &&
  element.querySelector('img, picture, video, table') === null &&
  textOf(element).length <= 1_000;

const isCaptionItem = (itemprop: string | null): boolean =>
  itemprop !== null && /(?:^|\s)caption(?:\s|$)/.test(itemprop);

// An icon makes no frame out of what stands beside it.
const countImages = (element: Element): number =>
  [...element.querySelectorAll('img, video, picture')].filter((image) => !isSmall(image)).length;

/** Whether an element is a frame around pictures and their caption, and nothing more. */
export const isFigure = ({ element, tag, classes }: Named): boolean => {
  if (tag === 'figure')
    return element.querySelector('table, pre, blockquote, ul, ol, p + p') === null;
  if (tag === 'table') {
    const images = countImages(element);
    return (
      images > 0 &&
      textOf(element).length <= 600 &&
      element.querySelectorAll('td, th').length <= images * 2 + 1
    );
  }
  return (
    classes !== '' &&
    FRAME_NAME.test(classes) &&
    countImages(element) > 0 &&
    textOf(element).length <= 600
  );
};

// Only from its ends: a credit in the middle is a part of the sentence, or of more than one.
const withoutCredit = (whole: string, credit: string): string => {
  if (whole.endsWith(credit)) return whole.slice(0, whole.length - credit.length).trimEnd();
  return whole.startsWith(credit) ? whole.slice(credit.length).trimStart() : whole;
};

/** The figures in such a frame: one for each picture, the caption under the last. */
export const readFigures = (frame: Element, base: URL): readonly FigureBlock[] => {
  const captionElement = frame.querySelector(CAPTION);
  const credit = textOf(
    (captionElement ?? frame).querySelector(CREDIT) ?? frame.querySelector(CREDIT),
  );
  const whole = textOf(captionElement ?? frame);
  const caption = credit === whole ? whole : withoutCredit(whole, credit);
  const pictures = [...frame.querySelectorAll('img')]
    .map((image) => pictureIn(image, base))
    .filter((picture) => picture !== null);
  const last = pictures.at(-1) ?? null;
  return [
    ...pictures.slice(0, -1).map((picture) => figure(picture, '', '')),
    figure(last, caption, credit === whole ? '' : credit),
  ].filter((each) => each !== null);
};

/** The figure of one picture that stands alone; its caption may follow. */
export const readPicture = (image: Element, base: URL): FigureBlock | null =>
  figure(pictureIn(image, base), '', '');

/** The figure with `text` as its caption. */
export const withCaption = (block: FigureBlock, text: string): FigureBlock => {
  const [caption, credit] = parted(text, block.credit ?? '');
  return { ...block, caption: filled(caption, MAX_CAPTION), credit: filled(credit, MAX_CREDIT) };
};
