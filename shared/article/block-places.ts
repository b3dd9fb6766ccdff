// The elements that blocks stand in: what they are called, and how much text they hold.

// Words in classes, ids and roles, as whole parts of a name: 'post-body', 'articleBody', 'read_more'.
const GOOD = new Set(
  'article articles body bodytext content contents entry story post text txt detail details prose richtext rich paragraph copy main news noidung noi dung fulltext chitiet blog page texte artikel inhalt wysiwyg editor markdown'.split(
    ' ',
  ),
);
// What is hardly ever around an article's own text.
const WORST = new Set(
  'comment comments disqus related lienquan recommend recommended recommendation recommendations sidebar menu nav navbar navigation footer newsletter cookie cookies consent gdpr popup modal breadcrumb breadcrumbs advert advertisement outbrain taboola pagination login promo teaser teasers popular trending carousel slider swiper share sharing social subscribe paywall'.split(
    ' ',
  ),
);
const BAD = new Set([
  ...WORST,
  ...'side aside foot header masthead topbar banner ad ads sponsor sponsored promoted promotion subscription signup overlay tag tags tagcloud topic topics widget card cards more most latest pager toolbar tools meta byline author authors bio credit credits caption copyright legal search rating reviews player toc hidden skip read next prev previous list item grid cta box infobox offer donate donation feedback contact utility'.split(
    ' ',
  ),
]);
const MAX_NAME = 300;

/** As far as anybody looks for what an element stands in. */
export const FAR = 8;

/** Blocks whose elements have their own and their two outer ones' tags and classes in common. */
export interface Alike {
  blocks: number;
  characters: number;
}

/** An element that blocks stand in, directly or not. */
export interface Place {
  readonly element: Element;
  readonly up: Place | null;
  readonly depth: number;
  /** Levels up to the nearest element that is called so, itself included, at most FAR. */
  readonly good: number;
  readonly bad: number;
  readonly worst: number;
  /** Levels up to the nearest element of that kind, at most FAR. */
  readonly article: number;
  readonly main: number;
  readonly aside: number;
  readonly section: number;
  /** Tag and classes. */
  readonly shape: string;
  readonly alike: Alike;
  /** Of all text in it: units, units that are links, units of running text, blocks. */
  characters: number;
  linked: number;
  prose: number;
  blocks: number;
  /** How much running text speaks for it, as Readability counts: halved from level to level. */
  score: number;
  /** Levels up to the parts of the page that `Whole` names; -1 outside of them. */
  belowMain: number;
  belowTop: number;
  belowHeadlineBox: number;
}

interface Called {
  readonly isGood: boolean;
  readonly isBad: boolean;
  readonly isWorst: boolean;
}

const readName = (name: string): Called => {
  const parts = name
    .slice(0, MAX_NAME)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return {
    isGood: parts.some((part) => GOOD.has(part)),
    isBad: parts.some((part) => BAD.has(part)),
    isWorst: parts.some((part) => WORST.has(part)),
  };
};

const levels = (outer: number | undefined, isHere: boolean): number =>
  isHere ? 0 : Math.min(FAR, (outer ?? FAR) + 1);

/** The places of a page, each made once. */
export class Places {
  private readonly known = new Map<Element, Place>();
  // Most elements of a page are called like others of it.
  private readonly called = new Map<string, Called>();
  private readonly alike = new Map<string, Alike>();
  // What holds the headline holds the article too, whatever it is called.
  private readonly aroundHeadline = new Set<Element>();

  constructor(headline: Element | null) {
    for (let at = headline; at; at = at.parentElement) this.aroundHeadline.add(at);
  }

  /** The place of an element. */
  of(element: Element): Place {
    return this.known.get(element) ?? this.add(element);
  }

  /** The place of an element that blocks stand in, or null. */
  find(element: Element | null): Place | null {
    for (let at = element; at; at = at.parentElement) {
      const place = this.known.get(at);
      if (place) return place;
    }
    return null;
  }

  /** All of them, each after what it lies in. */
  all(): readonly Place[] {
    return [...this.known.values()];
  }

  private add(element: Element): Place {
    const up = element.parentElement ? this.of(element.parentElement) : null;
    const classes = element.getAttribute('class') ?? '';
    const { isGood, isBad, isWorst } = this.read(
      `${classes} ${element.id} ${element.getAttribute('role') ?? ''}`,
    );
    const mayBeBad = !this.aroundHeadline.has(element);
    const tag = element.localName;
    const shape = `${tag}.${classes.slice(0, 60)}`;
    const place: Place = {
      element,
      up,
      depth: (up?.depth ?? 0) + 1,
      good: levels(up?.good, isGood),
      bad: levels(up?.bad, mayBeBad && isBad),
      worst: levels(up?.worst, mayBeBad && isWorst),
      article: levels(up?.article, tag === 'article'),
      main: levels(up?.main, tag === 'main'),
      aside: levels(up?.aside, tag === 'aside'),
      section: levels(up?.section, tag === 'section'),
      shape,
      alike: this.alikeOf(`${up?.up?.shape ?? ''}>${up?.shape ?? ''}>${shape}`),
      characters: 0,
      linked: 0,
      prose: 0,
      blocks: 0,
      score: 0,
      belowMain: -1,
      belowTop: -1,
      belowHeadlineBox: -1,
    };
    this.known.set(element, place);
    return place;
  }

  private read(name: string): Called {
    const known = this.called.get(name);
    if (known) return known;
    const called = readName(name);
    this.called.set(name, called);
    return called;
  }

  private alikeOf(shapes: string): Alike {
    const known = this.alike.get(shapes);
    if (known) return known;
    const alike = { blocks: 0, characters: 0 };
    this.alike.set(shapes, alike);
    return alike;
  }
}

/** Levels from a place up to a box that it lies in, -1 where it does not; `outer` is what was found for the place above it. */
export const levelsBelow = (place: Place, box: Place | null, outer: number | undefined): number => {
  if (place === box) return 0;
  return outer === undefined || outer < 0 ? -1 : outer + 1;
};
