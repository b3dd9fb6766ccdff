// What is known of an element by its name alone.
import { LEFT_OUT } from '../../lib/dom.ts';

/** How elements of a name are written. */
export interface Kind {
  name: string;
  /** The name that is written in place of its own, which would be read back as something else. */
  tag: string;
  /** It has no content and no end tag. */
  isVoid: boolean;
  isLeftOut: boolean;
  /** The depth at which a document has its root, its head and its body: a second one is none. */
  depth: number | null;
  /** What a shadow tree may hang on (DOM, 4.8, "valid shadow host name"). */
  host: 'none' | 'open' | 'open or closed';
}

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const DIVS = named('iframe frame frameset');
const PRES = named('xmp plaintext');
const VOIDS = named('area base br col hr img link meta source track wbr');
const DEPTHS = new Map([
  ['html', 1],
  ['head', 2],
  ['body', 2],
]);
const HOSTS = named('article aside blockquote body div footer header main nav section span');
// To ask for a closed tree takes a hundred times as long as for an open one, and nobody closes a paragraph.
const TEXT_HOSTS = named('p h1 h2 h3 h4 h5 h6');

const writtenAs = (name: string): string => {
  if (DIVS.has(name)) return 'div';
  return PRES.has(name) ? 'pre' : name;
};

const hostOf = (name: string): Kind['host'] => {
  if (TEXT_HOSTS.has(name)) return 'open';
  return HOSTS.has(name) || name.includes('-') ? 'open or closed' : 'none';
};

const kinds = new Map<string, Kind>();

/** Looked up once for each name: a page has a hundred thousand elements, and fifty names. */
export const kindOf = (name: string): Kind => {
  const known = kinds.get(name);
  if (known) return known;
  const kind = {
    name,
    tag: writtenAs(name),
    isVoid: VOIDS.has(name),
    isLeftOut: LEFT_OUT.has(name),
    depth: DEPTHS.get(name) ?? null,
    host: hostOf(name),
  };
  kinds.set(name, kind);
  return kind;
};
