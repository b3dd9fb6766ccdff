// One request of each route about one tag or collection.
import { newId } from '../worker/sample.ts';
import type { Make, Sent } from './cost-requests.ts';
import { WORKSPACE } from './seeded.ts';

const AT = `/w/${WORKSPACE}`;
const API = `/api/w/${WORKSPACE}`;

const at =
  (path: string): Make =>
  () => ({ path });

const name = (nth: number): string => `Name ${nth}`;
const named =
  (noun: 'tag' | 'collection'): Make =>
  async ({ clip, nth, send }) => {
    const names = { tags: [], collections: [], [`${noun}s`]: [name(nth)] };
    const nothing = { tags: [], collections: [] };
    await send('PUT', `${API}/filings/${newId()}`, {
      json: { version: 1, keep: clip, change: { add: names, remove: nothing } },
    });
    return {
      path: `${AT}/${noun}/${encodeURIComponent(name(nth))}`,
      form: { do: 'rename', name: `Renamed ${noun} ${nth}` },
    };
  };

/** The same by the API: of a name that is made for it. */
const namedApi =
  (noun: 'tag' | 'collection', after: string, sent: Sent): Make =>
  async (turn) => {
    await named(noun)(turn);
    return { path: `${API}/${noun}s/${encodeURIComponent(name(turn.nth))}${after}`, ...sent };
  };

export const NAMES: Readonly<Record<string, Make>> = {
  'POST /w/:workspace/collection/:name': named('collection'),
  'POST /w/:workspace/tag/:name': named('tag'),
  'GET /api/w/:workspace/tags/:name': at(`${API}/tags/${encodeURIComponent('bão')}`),
  'PUT /api/w/:workspace/tags/:name': (turn) =>
    namedApi('tag', '', { json: { name: `Written ${turn.nth}` } })(turn),
  'POST /api/w/:workspace/tags/:name/merge': namedApi('tag', '/merge', { json: { into: 'bão' } }),
  'DELETE /api/w/:workspace/tags/:name': namedApi('tag', '', {}),
  'GET /api/w/:workspace/collections/:name': at(
    `${API}/collections/${encodeURIComponent('Hồ sơ')}`,
  ),
  'PUT /api/w/:workspace/collections/:name': namedApi('collection', '', {
    json: { description: 'Land' },
  }),
  'POST /api/w/:workspace/collections/:name/merge': namedApi('collection', '/merge', {
    json: { into: 'Hồ sơ' },
  }),
  'DELETE /api/w/:workspace/collections/:name': namedApi('collection', '', {}),
};
