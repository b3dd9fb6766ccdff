// One request of each route, as people and programs send it: by method and path, as the registry has them, and after a
// comma what is asked of it where that matters. A request is made for each turn anew, since most writes can be sent once.
import { weekOf } from '../../shared/digest/weeks.ts';
import { newId, sample } from '../worker/sample.ts';
import { NAMES } from './cost-names.ts';
import { SHARES } from './cost-shares.ts';
import { LET_IN } from './cost-tokens.ts';
import { TEAMS } from './cost-teams.ts';
import { DAY, LIVE_DAY, WEEK_BEFORE, WORKSPACE } from './seeded.ts';

/** What is sent. A path is that of the route with its parameters filled in; unless given, by the turn's clip. */
export interface Sent {
  path?: string;
  json?: object;
  form?: Readonly<Record<string, string>>;
  /** The session that asks, where it is not the owner's usual one. */
  session?: string;
  /** The token that asks in place of a session. */
  token?: string;
}

export interface Turn {
  /** A clip that no other turn has; its keep has the same id. */
  clip: string;
  /** The first clip of the route's turns. */
  other: string;
  /** Counts the turns of a route from 0. */
  nth: number;
  /** Sends something that has to be there before, and answers the text of the answer. */
  send: (method: string, path: string, sent?: Sent) => Promise<string>;
}

export type Make = (turn: Turn) => Sent | Promise<Sent>;

const AT = `/w/${WORKSPACE}`;
const API = `/api/w/${WORKSPACE}`;
const COLLECTION = `${AT}/collection/${encodeURIComponent('Hồ sơ')}`;

const plain: Make = () => ({});
const at =
  (path: string): Make =>
  () => ({ path });

const feed =
  (file: string): Make =>
  async ({ send }) => {
    const settings = await send('GET', `${AT}/settings`);
    return { path: `/feed/${/\/feed\/([\w-]+)\/daily/.exec(settings)?.[1]}/${file}` };
  };

/** The topic that some of the clips have. */
export const TOPIC = '15000000';

const putSearch = async ({ send, nth }: Turn): Promise<string> => {
  const id = newId();
  await send('PUT', `${API}/searches/${id}`, {
    json: { name: `Saved ${nth}`, query: 'những site:tỉnh' },
  });
  return id;
};
/** The feed of a search that is saved once. */
const searchFeed =
  (format: string): Make =>
  async ({ send }) => {
    const saved = await send('PUT', `${API}/searches/${FOLLOWED}`, {
      json: { name: 'Followed', query: 'những site:tỉnh' },
    });
    return { path: `${/\/feed\/[\w-]+\/search/.exec(saved)?.[0]}.${format}` };
  };
const FOLLOWED = newId();

/** The daily feed of a part of the library, as the list of feeds calls the part. */
const dailyFeed =
  (part: string): Make =>
  async ({ send }) => {
    const list = await send('GET', `${AT}/feeds.opml`);
    const found = list
      .split('<outline ')
      .find((outline) => outline.includes(part) && outline.includes('/daily.'));
    return { path: `${/\/feed\/[\w-]+\/daily/.exec(found ?? '')?.[0]}.rss` };
  };
/** That of a search, which is saved once. */
const dailySearch: Make = async (turn) => {
  await searchFeed('rss')(turn);
  return dailyFeed('Followed')(turn);
};

const trashed: Make = async ({ clip, send }) => {
  await send('DELETE', `${API}/clips/${clip}`);
  return {};
};

/** The form as its page shows it, with another headline. */
const corrected: Make = async ({ clip, nth, send }) => {
  const page = await send('GET', `${AT}/clip/${clip}/correct`);
  const shown = Array.from(
    page.matchAll(/name="shown-(\w+)" value="([^"]*)"/g),
    ([, field = '', value = '']): [string, string] => [field, value],
  );
  const fields = shown.flatMap(([field, value]) => [
    [`shown-${field}`, value],
    [field, value],
  ]);
  return { form: { ...Object.fromEntries(fields), title: `Corrected by a form ${nth}` } };
};

/** Another zone at each turn, so that each begins a move. */
const otherZone =
  (sent: (body: { zone: string }) => Sent): Make =>
  ({ nth }) =>
    sent({ zone: nth % 2 === 0 ? 'Asia/Tokyo' : 'Asia/Ho_Chi_Minh' });

const moving: Make = async ({ nth, send }) => {
  const json = { zone: nth % 2 === 0 ? 'Pacific/Pago_Pago' : 'Asia/Ho_Chi_Minh' };
  await send('PUT', `${API}/zone`, { json });
  return {};
};

const question = {
  title: 'những trung nhà',
  text: 'những trung nhà trước x200 x3000 thành người ngày trường',
  terms: ['x200', 'x3000'],
  language: 'vi',
  site: 'Báo Tỉnh',
  section: ['Kinh tế'],
  category: null,
  day: DAY,
  story: null,
  without: [],
};

const pairing: Make = async ({ nth, send }) => {
  const started = await send('POST', '/api/pairings', { json: { name: `Browser ${nth}` } });
  const { device_code }: { device_code: string } = JSON.parse(started);
  return { json: { device_code } };
};

// Nothing here holds a passkey: what is told is what it costs to find that out.
const NOTHING_SIGNED = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
};
const NO_PASSKEY = {
  ...NOTHING_SIGNED,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};
const NOTHING_MADE = {
  ...NOTHING_SIGNED,
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
};
/** Sessions that are there to be ended by another and by themselves. */
export const ended = (nth: number): string => `ended-${nth}`;
export const leaving = (nth: number): string => `leaving-${nth}`;
/** A recovery code for each turn. */
export const recoveryCode = (nth: number): string =>
  `BBBB-BBBB-BBBB-BBB${'BCDFGHJKLMNPQRSTVWXZ'.charAt(nth)}`;

const importPart = (nth: number) => ({
  version: 1,
  name: 'bookmarks.html',
  items: Array.from({ length: 100 }, (_, item) => ({
    url: `https://import.example/${nth}/${item}`,
    title: `Item ${item}`,
    addedAt: null,
    tags: ['imported'],
    folder: [],
  })),
});

/** The method and path of a request, as the registry has them. */
export const routeOf = (asked: string): string => asked.replace(/,.*/, '');

/** How each route is asked. */
export const COSTED: Readonly<Record<string, Make>> = {
  'GET /': plain,
  'GET /claim/:token': at(`/claim/${'c'.repeat(43)}`),
  'POST /claim': () => ({
    form: { token: 'c'.repeat(43), name: 'x', language: 'en', zone: 'UTC' },
  }),
  'POST /claim/again': () => ({ form: { token: 'c'.repeat(43) } }),
  'GET /sign-in': plain,
  'POST /sign-in/challenge': () => ({ json: {} }),
  'POST /sign-in': () => ({ json: { response: NO_PASSKEY } }),
  // Signing in would end the session by which all else is asked.
  'POST /recover': ({ nth }) => ({ form: { code: recoveryCode(nth) }, session: 'nobody' }),
  'GET /account': plain,
  'POST /account/passkeys/challenge': () => ({ json: {} }),
  'POST /account/passkeys': () => ({ json: { response: NOTHING_MADE } }),
  'POST /account/passkeys/:id/remove': ({ nth }) => ({
    path: `/account/passkeys/passkey-${nth}/remove`,
    form: {},
  }),
  'POST /account/recovery-codes': () => ({ form: {} }),
  'POST /account/link/end': () => ({ form: {} }),
  'POST /account/sessions/:id/end': ({ nth }) => ({
    path: `/account/sessions/${ended(nth)}/end`,
    form: {},
  }),
  'POST /account/sign-out': ({ nth }) => ({ form: {}, session: leaving(nth) }),
  // After those that need the others.
  'POST /account/sessions/end-others': () => ({ form: {} }),
  'GET /keep': at('/keep?url=https%3A%2F%2Fnews.example%2Fshared'),
  'POST /w/:workspace/keep': ({ nth }) => ({ form: { url: `https://news.example/shared-${nth}` } }),
  'GET /w/:workspace/kept/:id': plain,
  'GET /w/:workspace/day/:day': at(`${AT}/day/${DAY}`),
  'GET /w/:workspace/day/:day, composed of its clips': at(`${AT}/day/${LIVE_DAY}`),
  'GET /w/:workspace/week/:week': at(`${AT}/week/${weekOf(WEEK_BEFORE)}`),
  'GET /w/:workspace/month/:month': at(`${AT}/month/${DAY.slice(0, 7)}`),
  'POST /w/:workspace/visit': () => ({
    form: { day: DAY, by: 'published', seq: '1', do: 'shown' },
  }),
  'POST /w/:workspace/order': () => ({
    form: { day: DAY, by: 'published', shown: '04000000 15000000', up: '15000000' },
  }),
  'POST /w/:workspace/clip/:id/story': ({ clip, other }) => ({ form: { with: other, page: clip } }),
  'GET /w/:workspace/clip/:id': plain,
  'GET /w/:workspace/clip/:id/markdown': plain,
  'GET /w/:workspace/clip/:id/correct': plain,
  'POST /w/:workspace/clip/:id/correct': corrected,
  'POST /w/:workspace/copies': ({ clip }) => ({ form: { clip } }),
  'GET /w/:workspace/library': plain,
  'GET /w/:workspace/library/full': plain,
  'POST /w/:workspace/library': ({ clip }) => ({ form: { do: 'done', clip } }),
  'GET /w/:workspace/trash': trashed,
  'POST /w/:workspace/clip/:id/delete': () => ({ form: {} }),
  'POST /w/:workspace/trash/:id/undo': async (turn) => ({ ...(await trashed(turn)), form: {} }),
  'POST /w/:workspace/trash/:id/restore': async (turn) => ({ ...(await trashed(turn)), form: {} }),
  'POST /w/:workspace/trash/:id/delete': async (turn) => ({ ...(await trashed(turn)), form: {} }),
  'POST /w/:workspace/trash/empty': () => ({ form: { until: '0' } }),
  'GET /w/:workspace/tags': plain,
  'GET /w/:workspace/tag/:name': at(`${AT}/tag/${encodeURIComponent('bão')}`),
  'GET /w/:workspace/collections': plain,
  'GET /w/:workspace/collection/:name/day/:day': at(`${COLLECTION}/day/${DAY}`),
  'GET /w/:workspace/collection/:name/week/:week': at(`${COLLECTION}/week/${weekOf(DAY)}`),
  'GET /w/:workspace/collection/:name/month/:month': at(`${COLLECTION}/month/${DAY.slice(0, 7)}`),
  'GET /w/:workspace/collection/:name': at(COLLECTION),
  'GET /w/:workspace/search': at(`${AT}/search?${new URLSearchParams({ q: 'những trung' })}`),
  'GET /w/:workspace/searches': plain,
  'POST /w/:workspace/searches': ({ nth }) => ({ form: { name: `S ${nth}`, query: `q${nth}` } }),
  'POST /w/:workspace/searches/:id': async (turn) => {
    const id = await putSearch(turn);
    return { path: `${AT}/searches/${id}`, form: { do: 'delete' } };
  },
  'GET /w/:workspace/import': plain,
  'GET /w/:workspace/settings': plain,
  'POST /w/:workspace/settings/look-back': () => ({ form: { show: 'yes' } }),
  'GET /w/:workspace/feeds': plain,
  'GET /w/:workspace/feeds.opml': plain,
  'GET /feed/:token/daily.rss': feed('daily.rss'),
  'GET /feed/:token/daily.rss, of a topic': dailyFeed('Thể thao'),
  'GET /feed/:token/daily.rss, of a tag': dailyFeed('bão'),
  'GET /feed/:token/daily.rss, of a collection': dailyFeed('Hồ sơ'),
  'GET /feed/:token/daily.rss, of a search': dailySearch,
  'GET /feed/:token/daily.atom': feed('daily.atom'),
  'GET /feed/:token/daily.json': feed('daily.json'),
  'GET /feed/:token/clips.rss': feed('clips.rss'),
  'GET /feed/:token/clips.atom': feed('clips.atom'),
  'GET /feed/:token/clips.json': feed('clips.json'),
  'GET /feed/:token/search.rss': searchFeed('rss'),
  'GET /feed/:token/search.atom': searchFeed('atom'),
  'GET /feed/:token/search.json': searchFeed('json'),
  'GET /feed/:token/days.ics': feed('days.ics'),
  ...SHARES,
  'GET /api/openapi.json': plain,
  'GET /reference': plain,
  'POST /api/pairings': ({ nth }) => ({ json: { name: `Browser ${nth}` } }),
  'POST /api/pairings/token': pairing,
  'GET /api/w/:workspace': plain,
  'PUT /api/w/:workspace/keeps/:id': ({ nth }) => ({
    path: `${API}/keeps/${newId()}`,
    json: sample({ title: `những trung x20${nth}`, language: 'vi', section: ['Kinh tế'] }),
  }),
  'PUT /api/w/:workspace/edits/:id': ({ clip, nth }) => ({
    path: `${API}/edits/${newId()}`,
    json: { version: 1, keep: clip, correction: { title: `Corrected ${nth}` } },
  }),
  'PUT /api/w/:workspace/filings/:id': ({ clip }) => ({
    path: `${API}/filings/${newId()}`,
    json: {
      version: 1,
      keep: clip,
      change: {
        add: { tags: ['bão'], collections: ['Hồ sơ'] },
        remove: { tags: [], collections: [] },
      },
    },
  }),
  'GET /api/w/:workspace/names': plain,
  ...NAMES,
  'PUT /api/w/:workspace/highlights/:id': ({ clip }) => ({
    path: `${API}/highlights/${newId()}`,
    json: {
      version: 1,
      keep: clip,
      highlight: newId(),
      mark: {
        anchor: { quote: 'Từ ngày 1/1', before: '', after: '', start: 0, end: 11 },
        colour: 'yellow',
        note: '',
      },
    },
  }),
  'GET /api/w/:workspace/clips/:id/highlights': plain,
  'GET /api/w/:workspace/clips': plain,
  'GET /api/w/:workspace/clips/:id': plain,
  'GET /api/w/:workspace/clips/:id/history': plain,
  'PUT /api/w/:workspace/acts/:id': ({ clip }) => ({
    path: `${API}/acts/${newId()}`,
    json: { version: 1, clip, act: { kind: 'read', reading: { state: 'done' } } },
  }),
  'GET /api/w/:workspace/clips/:id/reading': plain,
  'PUT /api/w/:workspace/clips/:id/reading': () => ({ json: { state: 'done' } }),
  'POST /api/w/:workspace/clips/many': ({ clip }) => ({
    json: { act: 'read', clips: [clip], reading: { starred: true } },
  }),
  'DELETE /api/w/:workspace/keeps/:id': plain,
  'DELETE /api/w/:workspace/clips/:id': plain,
  'GET /api/w/:workspace/trash': trashed,
  'GET /api/w/:workspace/trash/:id': trashed,
  'POST /api/w/:workspace/trash/:id/restore': trashed,
  'DELETE /api/w/:workspace/trash/:id': trashed,
  'DELETE /api/w/:workspace/trash': at(`${API}/trash?until=0`),
  'GET /api/w/:workspace/clips/:id/related': plain,
  'POST /api/w/:workspace/related': () => ({ json: question }),
  'GET /api/w/:workspace/search': at(`${API}/search?${new URLSearchParams({ q: 'những trung' })}`),
  'GET /api/w/:workspace/searches': plain,
  'GET /api/w/:workspace/searches/:id': async (turn) => ({
    path: `${API}/searches/${await putSearch(turn)}`,
  }),
  'PUT /api/w/:workspace/searches/:id': () => ({
    path: `${API}/searches/${newId()}`,
    json: { name: 'Saved', query: 'những' },
  }),
  'DELETE /api/w/:workspace/searches/:id': async (turn) => {
    const id = await putSearch(turn);
    return { path: `${API}/searches/${id}` };
  },
  'POST /api/w/:workspace/searches/:id/feed': async (turn) => {
    const id = await putSearch(turn);
    return { path: `${API}/searches/${id}/feed` };
  },
  'PUT /api/w/:workspace/clips/:id/story': ({ other }) => ({ json: { with: other } }),
  'GET /api/w/:workspace/cards': plain,
  'GET /api/w/:workspace/changes': at(`${API}/changes?since=0`),
  'POST /api/w/:workspace/imports/dry-run': () => ({
    json: { addresses: importPart(0).items.map(({ url }) => url) },
  }),
  'PUT /api/w/:workspace/imports/:id/parts/:number': ({ nth }) => ({
    path: `${API}/imports/${newId()}/parts/0`,
    json: importPart(nth),
  }),
  'DELETE /api/w/:workspace/imports/:id': async ({ nth, send }) => {
    const id = newId();
    await send('PUT', `${API}/imports/${id}/parts/0`, { json: importPart(100 + nth) });
    return { path: `${API}/imports/${id}` };
  },
  'GET /api/w/:workspace/export': plain,
  'GET /api/w/:workspace/digests/:day': at(`${API}/digests/${DAY}`),
  'GET /api/w/:workspace/collections/:name/digests/:day': at(
    `${API}/collections/${encodeURIComponent('Hồ sơ')}/digests/${DAY}`,
  ),
  'GET /api/w/:workspace/digests': at(`${API}/digests?from=2025-03-11&to=${DAY}`),
  // Last: from here on feeds have other addresses, and the library moves.
  'POST /w/:workspace/feeds/renew': () => ({ form: {} }),
  'POST /api/w/:workspace/feeds/renew': plain,
  'POST /w/:workspace/settings/zone': otherZone((form) => ({ form })),
  'POST /w/:workspace/settings/zone/go-on': moving,
  'GET /api/w/:workspace/zone': plain,
  'PUT /api/w/:workspace/zone': otherZone((json) => ({ json })),
  'POST /api/w/:workspace/zone/steps': moving,
  ...LET_IN,
  ...TEAMS,
};
