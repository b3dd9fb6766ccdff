// What a block looks like and where it stands, as numbers: all that the judge of blocks knows of it.
import { type Block, blockText } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import { isAppeal, isButton } from './noise.ts';
import { ANNOUNCES } from './related.ts';

/** A block and the element that it is the text of. */
export interface Placed {
  readonly block: Block;
  readonly element: Element;
}

/** What is known of the page beside its blocks. */
export interface Surroundings {
  readonly headline: Element | null;
  readonly title: string;
  /** What the page's metadata say of the article. */
  readonly description: string;
}

// Words in classes and ids, as whole parts of a name: 'post-body', 'articleBody', 'read_more'.
const GOOD =
  /^(?:article|articles|body|bodytext|content|contents|entry|story|post|text|txt|detail|details|prose|richtext|rich|paragraph|copy|main|news|noidung|noi|dung|fulltext|chitiet|blog|page|texte|artikel|inhalt|wysiwyg|editor|markdown)$/;
const BAD =
  /^(?:comments?|commento|disqus|related|relate|lienquan|recommend(?:ed|ation|ations)?|share|sharing|shares|social|sidebar|side|aside|menu|nav|navbar|navigation|footer|foot|header|masthead|topbar|banner|ads?|advert|advertisement|sponsor(?:ed)?|promo|promoted|promotion|newsletter|subscribe|subscription|signup|cookies?|consent|gdpr|popup|modal|overlay|breadcrumbs?|tags?|tagcloud|topics?|widget|teasers?|cards?|carousel|slider|swiper|more|most|popular|trending|latest|pagination|pager|toolbar|tools|meta|byline|author|authors|bio|credits?|caption|copyright|legal|login|search|rating|reviews|player|toc|outbrain|taboola|hidden|skip|read|next|prev|previous|list|item|grid|cta|box|infobox|paywall|offer|donate|donation|feedback|contact|share-bar|utility)$/;
// Of the bad ones, those that are hardly ever around an article's own text.
const WORST =
  /^(?:comments?|disqus|related|lienquan|recommend(?:ed|ation|ations)?|sidebar|menu|nav|navbar|navigation|footer|newsletter|cookies?|consent|gdpr|popup|modal|breadcrumbs?|advert|advertisement|outbrain|taboola|pagination|login|promo|teasers?|popular|trending|carousel|slider|swiper|share|sharing|social|subscribe|paywall)$/;

const FAR = 8;
const ENDS = /[.!?…:;。！？]["'”’»)\]]*(?:\s*\[?\d+\]?)?$/u;
const SENTENCE_LENGTH = 80;

const TAGS = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'table',
  'section',
  'li',
  'figure',
] as const;

interface Place {
  readonly up: Place | null;
  readonly depth: number;
  /** Levels up to the nearest element that is named so, at most FAR. */
  readonly good: number;
  readonly bad: number;
  readonly worst: number;
  /** Levels up to the nearest element of each of TAGS, at most FAR. */
  readonly tags: readonly number[];
  readonly isMarked: boolean;
  readonly signature: string;
  characters: number;
  linked: number;
  prose: number;
  blocks: number;
}

const nameParts = (element: Element): readonly string[] => {
  const name = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('role') ?? ''}`;
  return name
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
};

interface Measured {
  readonly text: string;
  readonly folded: string;
  readonly length: number;
  readonly linked: number;
  readonly prose: number;
}

const runsOf = (block: Block) => {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.runs;
    default:
      return [];
  }
};

const measure = (block: Block): Measured => {
  const text = blockText(block);
  const linked = runsOf(block).reduce(
    (sum, run) => sum + (run.href === undefined ? 0 : run.text.length),
    0,
  );
  const { length } = text;
  const isProse = length >= SENTENCE_LENGTH && linked < length / 2 && block.kind !== 'heading';
  return { text, folded: fold(text.slice(0, 300)), length, linked, prose: isProse ? length : 0 };
};

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const log = (value: number): number => Math.log2(1 + value);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

class Places {
  readonly places = new Map<Element, Place>();
  private readonly headline: Element | null;

  constructor(headline: Element | null) {
    this.headline = headline;
  }

  of(element: Element): Place {
    const known = this.places.get(element);
    if (known) return known;
    const up = element.parentElement ? this.of(element.parentElement) : null;
    const near = (outer: number | undefined, isHere: boolean): number =>
      isHere ? 0 : Math.min(FAR, (outer ?? FAR) + 1);
    const parts = nameParts(element);
    // What holds the headline holds the article too, whatever it is called.
    const holdsHeadline = this.headline !== null && element.contains(this.headline);
    const name = element.localName;
    const place: Place = {
      up,
      depth: (up?.depth ?? 0) + 1,
      good: near(
        up?.good,
        parts.some((part) => GOOD.test(part)),
      ),
      bad: near(up?.bad, !holdsHeadline && parts.some((part) => BAD.test(part))),
      worst: near(up?.worst, !holdsHeadline && parts.some((part) => WORST.test(part))),
      tags: TAGS.map((tag, index) => near(up?.tags[index], name === tag)),
      isMarked:
        up?.isMarked === true ||
        /articlebody/i.test(element.getAttribute('itemprop') ?? '') ||
        false,
      signature: `${up ? up.signature.split('>').slice(-2).join('>') : ''}>${name}.${(element.getAttribute('class') ?? '').slice(0, 60)}`,
      characters: 0,
      linked: 0,
      prose: 0,
      blocks: 0,
    };
    this.places.set(element, place);
    return place;
  }
}

const density = (place: Place | null | undefined): number =>
  place ? share(place.linked, place.characters) : 0;

/** The names of the features, in their order. */
export const FEATURES = [
  'length',
  'link density',
  'ends a sentence',
  'sentence ends',
  'commas',
  'capitals',
  'digits',
  'heading',
  'list',
  'quote',
  'table or code',
  'all bold',
  'button',
  'appeal',
  'announces',
  'like the title',
  'in the description',
  'is p',
  'is li',
  'is div',
  'near good',
  'near bad',
  'near worst',
  ...TAGS.map((tag) => `near ${tag}`),
  'marked',
  'after headline',
  'distance to headline',
  'position',
  'prose of parent',
  'share of best parent',
  'prose of grandparent',
  'in main container',
  'depth below main',
  'links of parent',
  'links of grandparent',
  'length before',
  'links before',
  'end before',
  'same parent before',
  'length after',
  'links after',
  'end after',
  'same parent after',
  'blocks of parent',
  'alike',
  'length of alike',
  'prose around',
  'links around',
  'repeated',
  'prose of page',
  'blocks of page',
  'share of prose after',
  'heading level',
  'words per item',
  'in top',
  'levels below top',
  'parent of top',
  'in headline box',
  'levels below headline box',
  'announced',
  'parent is top',
  'top share',
  'grandparent share',
  'after announce',
  'heading before prose',
  'italic',
  'lower case',
  'bars',
  'joined',
  'share of own element',
  'blocks of own element',
  'links of own element',
  'share of page',
  'year',
] as const;

/** The features of every block, in the blocks' order. */
export const blockFeatures = (
  placed: readonly Placed[],
  { headline, title, description }: Surroundings,
): readonly (readonly number[])[] => {
  const map = new Places(headline);
  const measured = placed.map(({ block }) => measure(block));
  const places = placed.map(({ element }) => map.of(element));
  for (const [index, one] of measured.entries())
    for (let place: Place | null = places[index] ?? null; place; place = place.up) {
      place.characters += one.length;
      place.linked += one.linked;
      place.prose += one.prose;
      place.blocks += 1;
    }
  const total = measured.reduce((sum, { length }) => sum + length, 0);
  const prose = measured.reduce((sum, one) => sum + one.prose, 0);
  // The smallest element that holds most of the page's running text.
  let main: Place | null = null;
  for (const place of map.places.values())
    if (place.prose >= prose * 0.6 && place.prose > 0 && (!main || place.depth > main.depth))
      main = place;
  const parentOf = (index: number): Place | null => places[index]?.up ?? null;
  // As Readability counts: text speaks for what it stands in, half as loud for what that stands in, and so on.
  const scores = new Map<Place, number>();
  for (const [index, one] of measured.entries()) {
    const at = places[index];
    if (one.prose === 0 || (at && at.worst < FAR)) continue;
    const own = 1 + Math.min(6, one.length / 100) + count(one.text, /[,،、，]/gu);
    let level = 0;
    for (let place = places[index]?.up ?? null; place && level < 6; place = place.up) {
      scores.set(
        place,
        (scores.get(place) ?? 0) + own / (level === 0 ? 1 : level === 1 ? 2 : level * 3),
      );
      level += 1;
    }
  }
  let top: Place | null = null;
  let topScore = 0;
  for (const [place, score] of scores) {
    const named =
      score *
      (1 - share(place.linked, place.characters)) *
      (place.worst === 0 ? 0.3 : place.bad === 0 ? 0.7 : place.good === 0 ? 1.25 : 1);
    if (named > topScore) {
      top = place;
      topScore = named;
    }
  }
  const joins = new Map<Place, boolean>();
  const joined = (place: Place): boolean => {
    if (!top) return false;
    let below: Place = place;
    for (let at: Place | null = place; at; at = at.up) {
      if (at === top) return true;
      if (at.up !== null && at.up === top.up) {
        const known = joins.get(at);
        if (known !== undefined) return known;
        const enough =
          (scores.get(at) ?? 0) >= Math.max(10, topScore * 0.2) ||
          (at.prose >= 80 && at.prose > at.characters * 0.7);
        joins.set(at, enough);
        return enough;
      }
      below = at;
    }
    return below === top;
  };
  const levelsBelow = (place: Place, box: Place | null): number => {
    let levels = 0;
    for (let at: Place | null = place; at; at = at.up) {
      if (at === box) return levels;
      levels += 1;
    }
    return -1;
  };
  // The smallest box with the headline and a good part of the running text.
  let headlineBox: Place | null = null;
  for (let at = headline ? (map.places.get(headline) ?? null) : null; at; at = at.up)
    if (at.prose >= prose * 0.35 && at.prose > 0) {
      headlineBox = at;
      break;
    }
  const announced = new Map<Place, number>();
  const bestParent = Math.max(1, ...places.map((place) => place.up?.prose ?? 0));
  const alike = new Map<string, { blocks: number; characters: number }>();
  const texts = new Map<string, number>();
  for (const [index, place] of places.entries()) {
    const known = alike.get(place.signature) ?? { blocks: 0, characters: 0 };
    known.blocks += 1;
    known.characters += measured[index]?.length ?? 0;
    alike.set(place.signature, known);
    const folded = measured[index]?.folded ?? '';
    texts.set(folded, (texts.get(folded) ?? 0) + 1);
  }
  const headlineAt = headline
    ? placed.findIndex(
        ({ element }) =>
          element === headline ||
          headline.contains(element) ||
          (headline.compareDocumentPosition(element) & 4) !== 0,
      )
    : -1;
  const starts: number[] = [];
  let sum = 0;
  for (const { length } of measured) {
    starts.push(sum);
    sum += length;
  }
  const foldedDescription = fold(description);
  let proseSoFar = 0;
  return placed.map(({ block, element }, index) => {
    const one = measured[index] ?? measure(block);
    const place = places[index] ?? map.of(element);
    const up = parentOf(index);
    const before = measured[index - 1];
    const after = measured[index + 1];
    proseSoFar += one.prose;
    const same = alike.get(place.signature);
    let aroundProse = 0;
    let aroundLinked = 0;
    let aroundLength = 0;
    for (let other = Math.max(0, index - 3); other <= index + 3; other += 1) {
      const neighbour = measured[other];
      if (!neighbour) continue;
      aroundProse += neighbour.prose;
      aroundLinked += neighbour.linked;
      aroundLength += neighbour.length;
    }
    const toHeadline = headlineAt < 0 ? 0 : (starts[index] ?? 0) - (starts[headlineAt] ?? 0);
    let below = FAR;
    if (main) {
      below = 0;
      let at: Place | null = place;
      while (at && at !== main) {
        below += 1;
        at = at.up;
      }
      if (!at) below = -1;
    }
    let sinceAnnounced = 0;
    for (let at: Place | null = up, level = 0; at && level < 5; at = at.up, level += 1)
      sinceAnnounced = Math.max(sinceAnnounced, announced.get(at) ?? 0);
    if (one.folded.length <= 60 && ANNOUNCES.test(one.folded))
      for (
        let at: Place | null = up, level = 0;
        at && level < 3 && at !== main;
        at = at.up, level += 1
      )
        announced.set(at, 1);
    const topLevels = levelsBelow(place, top);
    const headlineLevels = levelsBelow(place, headlineBox);
    const items = block.kind === 'list' ? block.items.length : 1;
    const isBold = runsOf(block).every((run) => run.bold === true || run.text.trim() === '');
    return [
      log(one.length),
      share(one.linked, one.length),
      Number(ENDS.test(one.text)),
      Math.min(8, count(one.text, /[.!?…。！？](?=\s|["'”’»)\]]|$)/gu)),
      Math.min(12, count(one.text, /[,،、，]/gu)),
      share(count(one.text, /\p{Lu}/gu), one.length),
      share(count(one.text, /\d/gu), one.length),
      Number(block.kind === 'heading'),
      Number(block.kind === 'list'),
      Number(block.kind === 'quote'),
      Number(block.kind === 'table' || block.kind === 'code'),
      Number(isBold),
      Number(isButton(one.folded)),
      Number(one.length <= 250 && isAppeal(one.text)),
      Number(one.folded.length <= 60 && ANNOUNCES.test(one.folded)),
      Number(title !== '' && (one.folded === title || title.startsWith(one.folded))),
      Number(one.folded.length > 20 && foldedDescription.includes(one.folded.slice(0, 60))),
      Number(element.localName === 'p'),
      Number(element.localName === 'li' || element.localName === 'ul'),
      Number(element.localName === 'div'),
      place.good,
      place.bad,
      place.worst,
      ...place.tags,
      Number(place.isMarked),
      headlineAt < 0 ? 0.5 : Number(index >= headlineAt),
      Math.sign(toHeadline) * log(Math.abs(toHeadline)),
      share(starts[index] ?? 0, total),
      log(up?.prose ?? 0),
      share(up?.prose ?? 0, bestParent),
      log(up?.up?.prose ?? 0),
      Number(below >= 0 && main !== null),
      below,
      density(up),
      density(up?.up),
      log(before?.length ?? 0),
      before ? share(before.linked, before.length) : 0,
      before ? Number(ENDS.test(before.text)) : 0,
      Number(up !== null && parentOf(index - 1) === up),
      log(after?.length ?? 0),
      after ? share(after.linked, after.length) : 0,
      after ? Number(ENDS.test(after.text)) : 0,
      Number(up !== null && parentOf(index + 1) === up),
      log(up?.blocks ?? 0),
      log(same?.blocks ?? 0),
      log(share(same?.characters ?? 0, same?.blocks ?? 1)),
      log(aroundProse),
      share(aroundLinked, aroundLength),
      Math.min(5, texts.get(one.folded) ?? 1),
      log(prose),
      log(placed.length),
      share(prose - proseSoFar, prose),
      block.kind === 'heading' ? block.level : 0,
      log(share(one.length, items)),
      Number(topLevels >= 0),
      topLevels,
      share(up?.prose ?? 0, top?.prose ?? 0),
      Number(headlineLevels >= 0),
      headlineLevels,
      sinceAnnounced,
      Number(up !== null && up === top),
      share(top?.prose ?? 0, prose),
      share(up?.up?.prose ?? 0, prose),
      Number(before !== undefined && before.folded.length <= 60 && ANNOUNCES.test(before.folded)),
      Number(/^h[1-6]$/.test(element.localName) && after !== undefined && after.prose > 0),
      Number(runsOf(block).some((run) => run.italic === true)),
      Number(/^[\p{Ll}]/u.test(one.text)),
      Number(/[|•·›»]/.test(one.text)),
      Number(joined(place)),
      share(place.prose, prose),
      log(place.blocks),
      density(place),
      share(one.prose, prose),
      Number(/©|\b(?:19|20)\d{2}\b/.test(one.text) && one.length < 100),
    ];
  });
};
