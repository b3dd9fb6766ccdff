// The standfirst (sapo): the sentence or two between headline and text that tell the whole story.
import { type Block, blockText, type Run } from '../schema/block.ts';
import { datelineLength } from '../text/dateline.ts';
import { fold } from '../text/fold.ts';
import type { Placed } from './block-context.ts';
import { withLinks } from './blocks.ts';
import { articleLd, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import { isWithin } from './place.ts';

const NAMED =
  /(?:^|[\s_-])(?:sapo|standfirst|stand-first|deck|dek|chapeau|subhead(?:line)?|sub-?title|lead(?:-text|-paragraph)?|lede|teaser|intro|vorspann|summary|abstract|article-?(?:intro|lead|summary|description|excerpt)|(?:post|entry|news|detail)-?(?:intro|lead|summary|description|excerpt))(?:[\s_-]|$)/i;
const ELSEWHERE =
  'nav, footer, aside, form, figure, [class*="related" i], [class*="comment" i], [class*="caption" i]';
const MIN = 40;
const MAX = 1_500;
const REACH = 25;
const FOLLOWS = 4;
const LOOK_AHEAD = 6;
const MAX_BLOCKS = 2;
const BEGINNING = 60;
/** So many units hold as many letters and digits as that, whatever stands between them. */
const FOLDED = 400;

export interface Standfirst {
  readonly blocks: readonly Block[];
  /** Whether the page itself sets it apart: by its name, or by being no plain paragraph of the text. */
  readonly setApart: boolean;
}

const isNamedSo = (element: Element): boolean =>
  ['class', 'itemprop', 'data-role'].some((name) => NAMED.test(element.getAttribute(name) ?? ''));

// Descriptions are cut, with or without dots: their beginning tells what they describe.
const beginning = (text: string): string => fold(text.slice(0, FOLDED)).slice(0, BEGINNING);

const descriptionsOf = (page: Page): readonly string[] =>
  [
    ...metaValues(page.meta, 'og:description'),
    ...metaValues(page.meta, 'description'),
    ...articleLd(page.ld).flatMap((ld) => strings(ld['description'])),
  ]
    .filter((text) => text.length >= MIN)
    .map(beginning);

const describes = (descriptions: readonly string[], text: string): boolean =>
  descriptions.some((each) => text.startsWith(each));

const follows = (element: Element, headline: Element): boolean =>
  !headline.contains(element) && (headline.compareDocumentPosition(element) & FOLLOWS) !== 0;

const isSentence = (text: string): boolean => text.length >= MIN && /[.!?…]["”’»)]*$/u.test(text);

const isPlain = (block: Block): boolean =>
  (block.kind === 'paragraph' ||
    block.kind === 'quote' ||
    (block.kind === 'heading' && isSentence(blockText(block)))) &&
  block.runs.every(({ href }) => href === undefined);

// A box that is named a standfirst and holds no more than one.
const namedBox = (element: Element): Element | null =>
  [element, element.parentElement].find((box) => box !== null && isNamedSo(box)) ?? null;

const textsIn = (placed: readonly Placed[], box: Element): readonly Block[] =>
  placed
    .filter(({ block, element }) => block.kind !== 'figure' && box.contains(element))
    .map(({ block }) => block);

/** The blocks after the headline that are named a standfirst, or say what the page's description says. */
export const findStandfirst = (
  page: Page,
  headline: Element | null,
  placed: readonly Placed[],
): Standfirst | null => {
  if (!headline) return null;
  const title = fold(headline.textContent ?? '');
  const isTitle = (text: string): boolean =>
    text.length <= title.length * 2 && fold(text) === title;
  const descriptions = descriptionsOf(page);
  const from = placed.findIndex(({ element }) => follows(element, headline));
  if (from < 0) return null;
  for (const { block, element } of placed.slice(from, from + REACH)) {
    const text = block.kind === 'figure' ? '' : blockText(block);
    if (text.length < MIN || text.length > MAX || isTitle(text)) continue;
    const box = namedBox(element);
    const inBox = box ? textsIn(placed, box) : [];
    const isNamed = inBox.length > 0 && inBox.length <= MAX_BLOCKS && inBox.every(isPlain);
    const said = [text, text.slice(datelineLength(text))].map(beginning);
    const isDescribed = descriptions.length > 0 && said.some((own) => describes(descriptions, own));
    if (!(isNamed || isDescribed) || isWithin(element, ELSEWHERE, headline)) continue;
    return {
      blocks: (isNamed ? inBox : [block]).map((each) => withLinks(each, page.base)),
      setApart: isNamed || block.kind === 'heading',
    };
  }
  return null;
};

const asStandfirst = (runs: Run[]): Block => ({ kind: 'paragraph', standfirst: true, runs });

const isBold = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' &&
  block.runs.every(({ bold, text }) => bold === true || text.trim() === '');

// A heading that is a whole sentence, before any other text, is a standfirst in a heading's clothes; and so is a
// first paragraph that alone is bold, as old pages set it.
const withFirstRead = (blocks: readonly Block[]): Block[] => {
  const at = blocks.findIndex((block) => block.kind !== 'figure');
  const first = blocks[at];
  const next = blocks.slice(at + 1).find((block) => block.kind !== 'figure');
  const isApart =
    first?.kind === 'heading' || (isBold(first) && next?.kind === 'paragraph' && !isBold(next));
  if (!first || !('runs' in first) || !isApart || !isSentence(blockText(first))) return [...blocks];
  return [asStandfirst(first.runs), ...blocks.filter((_, index) => index !== at)];
};

/** The body with its standfirst as the first paragraph, whatever the page set it as; and it stands there once. */
export const withStandfirst = (blocks: readonly Block[], found: Standfirst | null): Block[] => {
  const lead = found?.blocks ?? [];
  const runs = lead.flatMap((block, index) =>
    'runs' in block ? [...(index === 0 ? [] : [{ text: ' ' }]), ...block.runs] : [],
  );
  if (!found || runs.length === 0 || lead.length > MAX_BLOCKS) return withFirstRead(blocks);
  const texts = new Set(lead.map((block) => fold(blockText(block))));
  const repeats = (block: Block, index: number): boolean =>
    index < LOOK_AHEAD && block.kind !== 'figure' && texts.has(fold(blockText(block)));
  if (!found.setApart && blocks.some(repeats)) return [...blocks];
  return [asStandfirst(runs), ...blocks.filter((block, index) => !repeats(block, index))];
};
