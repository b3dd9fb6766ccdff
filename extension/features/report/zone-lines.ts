// Which parts of the page were taken for the text, by their tags and counts.
import type { Extraction, Zone } from '../../../shared/article/extraction.ts';

/** A page may call its own elements as it likes, and so say words in them. */
const TAGS = new Set(
  'a article aside b blockquote center details dd div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup i label li main nav ol p pre section small span strong summary table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);

/** More zones than these tell nothing new. */
const MAX_ZONES = 120;

const percent = (likely: number): string => `${Math.round(likely * 100)}`;

const zoneLine = ({ isTaken, isInPart, path, likely, ...zone }: Zone): string => {
  const tags = path.map((tag) => (TAGS.has(tag) ? tag : 'other')).join('>') || 'body';
  const [least, most] = likely.map(percent);
  const range = least === most ? least : `${least}-${most}`;
  const place = isInPart ? ', in the part' : '';
  return `${isTaken ? '+' : '-'} ${tags}: ${zone.blocks} ${zone.blocks === 1 ? 'block' : 'blocks'}, ${zone.characters} characters, ${zone.linked} linked, ${range}%${place}`;
};

const FROM = {
  page: 'the blocks of the page that are marked + below',
  data: 'the scripts of the page, as it shows hardly any text',
  plain: 'all of the page, as it has no running text that could be told from the rest',
} as const;

/**
 * Where the body comes from, and each zone of the page in its order: taken or left, the tags around it, what
 * it holds, and how likely it was to be the article's text.
 */
export const zoneLines = ({ from, outside, zones }: Extraction): string[] => {
  const left = zones.length - MAX_ZONES;
  return [
    `Body from: ${FROM[from]}`,
    ...(outside === null ? [] : [`Outside of all zones: ${outside} characters`]),
    ...(zones.length > 0 ? ['Zones (+ taken, - left):'] : []),
    ...zones.slice(0, MAX_ZONES).map(zoneLine),
    ...(left > 0 ? [`Zones not listed: ${left}`] : []),
  ];
};
