// One request of each route of public links.
import * as v from 'valibot';
import { newId } from '../worker/sample.ts';
import type { Make, Turn } from './cost-requests.ts';
import { DAY, WORKSPACE } from './seeded.ts';

const AT = `/w/${WORKSPACE}`;
const API = `/api/w/${WORKSPACE}`;

const plain: Make = () => ({});

const sharedDay = (day: string) => ({
  of: { kind: 'day', day, collection: null },
  days: null,
  fullText: false,
  named: false,
  feeds: false,
});
const putShare = async ({ send, nth }: Turn): Promise<string> => {
  const id = newId();
  await send('PUT', `${API}/shares/${id}`, { json: sharedDay(`2022-12-${10 + (nth % 20)}`) });
  return id;
};
const Listed = v.object({
  shares: v.array(
    v.object({ of: v.object({ kind: v.string() }), fullText: v.boolean(), url: v.string() }),
  ),
});

/** The address of a link to such a thing, made unless there is one, or of what lies below it. */
const shared =
  (of: { kind: string; [field: string]: string | null }, below = ''): Make =>
  async ({ send, clip }) => {
    const fullText = of.kind !== 'day';
    const { shares } = v.parse(Listed, JSON.parse(await send('GET', `${API}/shares`)));
    const found = shares.find((one) => one.of.kind === of.kind && one.fullText === fullText)?.url;
    const json = {
      of: of.kind === 'clip' ? { ...of, id: clip } : of,
      days: null,
      fullText,
      named: false,
      feeds: of.kind === 'collection',
    };
    const url = found ?? (await send('PUT', `${API}/shares/${newId()}`, { json }));
    const link = /\/share\/[\w-]+/.exec(url)?.[0] ?? '';
    const page = below === '/clip/' ? await send('GET', link) : '';
    return { path: link + below + (/\/clip\/(\d+)"/.exec(page)?.[1] ?? '') };
  };

/** How each is asked. */
export const SHARES: Readonly<Record<string, Make>> = {
  'GET /share/:token': shared({ kind: 'collection', name: 'Hồ sơ' }),
  'GET /share/:token, of a frozen day': shared({ kind: 'day', day: DAY, collection: null }),
  'GET /share/:token, of a clip with its text': shared({ kind: 'clip' }),
  'GET /share/:token/clip/:n': shared({ kind: 'collection', name: 'Hồ sơ' }, '/clip/'),
  'GET /share/:token/feed.rss': shared({ kind: 'collection', name: 'Hồ sơ' }, '/feed.rss'),
  'GET /share/:token/feed.atom': shared({ kind: 'collection', name: 'Hồ sơ' }, '/feed.atom'),
  'GET /share/:token/feed.json': shared({ kind: 'collection', name: 'Hồ sơ' }, '/feed.json'),
  'GET /w/:workspace/shares': plain,
  'POST /w/:workspace/shares': ({ nth }) => ({
    form: { day: `2022-11-${10 + (nth % 20)}`, days: '7' },
  }),
  'POST /w/:workspace/shares/:id/revoke': async (turn) => ({
    path: `${AT}/shares/${await putShare(turn)}/revoke`,
    form: {},
  }),
  'GET /api/w/:workspace/shares': plain,
  'GET /api/w/:workspace/shares/:id': async (turn) => ({
    path: `${API}/shares/${await putShare(turn)}`,
  }),
  'PUT /api/w/:workspace/shares/:id': ({ nth }) => ({
    path: `${API}/shares/${newId()}`,
    json: sharedDay(`2022-10-${10 + (nth % 20)}`),
  }),
  'DELETE /api/w/:workspace/shares/:id': async (turn) => ({
    path: `${API}/shares/${await putShare(turn)}`,
  }),
};
