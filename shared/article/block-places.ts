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
  /** What it has in common with others of a list: tags and classes of itself and of what it stands in. */
  readonly signature: string;
  /** Of all text in it: units, units that are links, units of running text, blocks. */
  characters: number;
  linked: number;
  prose: number;
  blocks: number;
  /** How much running text speaks for it, as Readability counts: halved from level to level. */
  score: number;
}

const nameParts = (element: Element): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('role') ?? ''}`
    .slice(0, MAX_NAME)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const levels = (outer: number | undefined, isHere: boolean): number =>
  isHere ? 0 : Math.min(FAR, (outer ?? FAR) + 1);

/** The places of a page, each made once. */
export class Places {
  private readonly known = new Map<Element, Place>();
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
    const parts = nameParts(element);
    const mayBeBad = !this.aroundHeadline.has(element);
    const tag = element.localName;
    const shape = `${tag}.${(element.getAttribute('class') ?? '').slice(0, 60)}`;
    const place: Place = {
      element,
      up,
      depth: (up?.depth ?? 0) + 1,
      good: levels(
        up?.good,
        parts.some((part) => GOOD.has(part)),
      ),
      bad: levels(up?.bad, mayBeBad && parts.some((part) => BAD.has(part))),
      worst: levels(up?.worst, mayBeBad && parts.some((part) => WORST.has(part))),
      article: levels(up?.article, tag === 'article'),
      main: levels(up?.main, tag === 'main'),
      aside: levels(up?.aside, tag === 'aside'),
      section: levels(up?.section, tag === 'section'),
      signature: `${up?.signature.split('>').slice(-2).join('>') ?? ''}>${shape}`,
      characters: 0,
      linked: 0,
      prose: 0,
      blocks: 0,
      score: 0,
    };
    this.known.set(element, place);
    return place;
  }
}

/** Levels from a place up to what it lies in; -1 where it does not. */
export const levelsBelow = (place: Place, box: Place | null): number => {
  let levelsUp = 0;
  let at: Place | null = box && place;
  while (at && at !== box) {
    levelsUp += 1;
    at = at.up;
  }
  return at ? levelsUp : -1;
};
