// What a block looks like and where it stands, as numbers: all that the judge of blocks knows of it.
import { density, type Seen, share, type Whole } from './block-context.ts';
import { fold } from '../text/fold.ts';

const ENDS = /[.!?…:;。！？]["'”’»)\]]*(?:\s*\[?\d+\]?)?$/u;
const SENTENCE_ENDS = /[.!?…。！？](?=\s|["'”’»)\]]|$)/gu;

const log = (value: number): number => Math.log2(1 + value);
const linkShare = (seen: Seen | undefined): number =>
  seen ? share(seen.own.linked, seen.own.length) : 0;

// The three blocks before and after, and the block itself.
const around = (upTo: readonly number[], index: number): number =>
  (upTo[Math.min(index + 3, upTo.length - 1)] ?? 0) - (upTo[index - 4] ?? 0);

const toHeadline = ({ headlineAt, starts }: Whole, index: number): number => {
  const distance = headlineAt < 0 ? 0 : (starts[index] ?? 0) - (starts[headlineAt] ?? 0);
  return Math.sign(distance) * log(Math.abs(distance));
};

type Feature = (seen: Seen, index: number, whole: Whole) => number;

/** Every feature by its name; the trees know them by their order. */
const FEATURES: Readonly<Record<string, Feature>> = {
  length: ({ own }) => log(own.length),
  'share of links': (seen) => linkShare(seen),
  'ends a sentence': ({ own }) => Number(ENDS.test(own.text)),
  'sentence ends': ({ own }) => Math.min(8, own.text.match(SENTENCE_ENDS)?.length ?? 0),
  commas: ({ own }) => Math.min(12, own.commas),
  'share of capitals': ({ own }) => share(own.capitals, own.length),
  'share of digits': ({ own }) => share(own.digits, own.length),
  'length of an item': ({ own, block }) =>
    log(share(own.length, block.kind === 'list' ? block.items.length : 1)),
  'level of heading': ({ block }) => (block.kind === 'heading' ? block.level : 0),
  'heading before text': ({ block, after }) =>
    Number(block.kind === 'heading' && (after?.own.prose ?? 0) > 0),
  bold: ({ own }) => Number(own.runs.every((run) => run.bold === true || run.text.trim() === '')),
  italic: ({ own }) => Number(own.runs.some((run) => run.italic === true)),
  'begins small': ({ own }) => Number(/^\p{Ll}/u.test(own.text)),
  'is in the title': ({ own }, _, { title }) =>
    Number(title !== '' && own.length <= title.length * 2 && title.startsWith(fold(own.text))),
  'is p': ({ element }) => Number(element.localName === 'p'),
  'is div': ({ element }) => Number(element.localName === 'div'),
  'times on the page': ({ own }, _, { texts }) => Math.min(5, texts.get(own.beginning) ?? 1),

  'near a good name': ({ place }) => place.good,
  'near a bad name': ({ place }) => place.bad,
  'near a worst name': ({ place }) => place.worst,
  'near article': ({ place }) => place.article,
  'near main': ({ place }) => place.main,
  'near aside': ({ place }) => place.aside,
  'near section': ({ place }) => place.section,

  'distance to the headline': (_, index, whole) => toHeadline(whole, index),
  position: (_, index, { starts, length }) => share(starts[index] ?? 0, length),
  'text still to come': (_, index, { proseUpTo, prose }) =>
    share(prose - (proseUpTo[index] ?? 0), prose),
  'share of the page': ({ own }, _, { prose }) => share(own.prose, prose),

  'share of the page in its element': ({ place }, _, { prose }) => share(place.prose, prose),
  'blocks in its element': ({ place }) => log(place.blocks),
  'links in its element': ({ place }) => density(place),
  'text in its parent': ({ up }) => log(up?.prose ?? 0),
  'its parent beside the best': ({ up }, _, { bestParent }) => share(up?.prose ?? 0, bestParent),
  'blocks in its parent': ({ up }) => log(up?.blocks ?? 0),
  'links in its parent': ({ up }) => density(up),
  'text in its grandparent': ({ up }) => log(up?.up?.prose ?? 0),
  'share of the page in its grandparent': ({ up }, _, { prose }) =>
    share(up?.up?.prose ?? 0, prose),
  'links in its grandparent': ({ up }) => density(up?.up),

  'in the main part': ({ place }) => Number(place.belowMain >= 0),
  'levels below the main part': ({ place }) => place.belowMain,
  'in the top part': ({ place }) => Number(place.belowTop >= 0),
  'levels below the top part': ({ place }) => place.belowTop,
  'its parent beside the top part': ({ up }, _, { top }) => share(up?.prose ?? 0, top?.prose ?? 0),
  'its parent is the top part': ({ up }, _, { top }) => Number(up !== null && up === top),
  'share of the page in the top part': (_, __, { top, prose }) => share(top?.prose ?? 0, prose),
  'in the part of the headline': ({ place }) => Number(place.belowHeadlineBox >= 0),
  'levels below the part of the headline': ({ place }) => place.belowHeadlineBox,

  'blocks alike': ({ place }) => log(place.alike.blocks),
  'length of those alike': ({ place }) => log(share(place.alike.characters, place.alike.blocks)),

  'length before': ({ before }) => log(before?.own.length ?? 0),
  'links before': ({ before }) => linkShare(before),
  'parent of the one before': ({ up, before }) => Number(up !== null && before?.up === up),
  'is a quote': ({ block }) => Number(block.kind === 'quote'),
  'length after': ({ after }) => log(after?.own.length ?? 0),
  'links after': ({ after }) => linkShare(after),
  'parent of the one after': ({ up, after }) => Number(up !== null && after?.up === up),
  'text around': (_, index, { proseUpTo }) => log(around(proseUpTo, index)),
  'links around': (_, index, { linkedUpTo, lengthUpTo }) =>
    share(around(linkedUpTo, index), around(lengthUpTo, index)),
};

export const FEATURE_NAMES: readonly string[] = Object.keys(FEATURES);
const FEATURE_LIST: readonly Feature[] = Object.values(FEATURES);

/** The features of every block, in the blocks' order. */
export const blockFeatures = (whole: Whole): readonly (readonly number[])[] =>
  whole.seen.map((seen, index) => FEATURE_LIST.map((feature) => feature(seen, index, whole)));
