// Public links of a library, by the names of the states that show what they lead to.
import { newId } from '../worker/sample.ts';
import type { WebLibrary } from './web-library.ts';
import type { Made, WebState } from './web-state.ts';

/** The paths of links, each by a name; some of what they show has none of what others have. */
export const makeLinks = async (
  { workspace, send }: WebLibrary,
  {
    clips,
    collections,
    day,
  }: Record<'clips' | 'collections', Readonly<Record<string, string>>> & { day: string },
): Promise<Readonly<Record<string, string>>> => {
  const links: Record<string, string> = {};
  const make = async (called: string, of: object, more: object = {}): Promise<void> => {
    const json = { of, days: 30, fullText: false, named: false, feeds: false, ...more };
    const made = await send('PUT', `/api/w/${workspace}/shares/${newId()}`, json);
    const { url }: { url: string } = await made.json();
    links[called] = new URL(url).pathname;
  };
  for (const [called, name] of Object.entries(collections))
    await make(
      called,
      { kind: 'collection', name },
      { fullText: true, named: true, feeds: true, days: null },
    );
  for (const [called, id] of Object.entries(clips))
    await make(called, { kind: 'clip', id }, { fullText: true });
  await make('short', { kind: 'clip', id: Object.values(clips)[0] });
  await make('day', { kind: 'day', day, collection: null });
  await make('nothing', { kind: 'day', day: '1999-01-01', collection: null }, { days: 1 });
  return links;
};

const OF_FULL = [
  'collection',
  'collection-hostile',
  'day',
  'nothing',
  'usual',
  'short',
  'hostile',
  'arabic',
];

const at =
  (path: string): WebState['path'] =>
  ({ workspace }) =>
    `/w/${workspace}/shares${path}`;

/** What links lead to, and the pages on which they are made. */
export const SHARE_STATES: readonly WebState[] = [
  ...OF_FULL.map((called) => ({
    name: `shared-${called}`,
    of: 'full' as const,
    path: ({ links }: Made) => links[called] ?? '',
    signedOut: true as const,
  })),
  { name: 'shares', of: 'full', path: at(''), opened: true },
  { name: 'shares-none', of: 'empty', path: at('') },
  {
    name: 'shares-collection',
    of: 'full',
    path: at(`?collection=${encodeURIComponent('Hồ sơ đất')}&told=made`),
    opened: true,
  },
  { name: 'shares-day', of: 'empty', path: at('?day=2022-12-27') },
];
