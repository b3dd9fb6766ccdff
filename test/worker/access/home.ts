// A workspace in which every route has something to find.
import { DAY, WORKSPACE } from '../../bench/seeded.ts';
import { COSTED, routeOf, type Sent } from '../../bench/cost-requests.ts';
import {
  changed,
  COLLECTION_ID,
  GUEST_CLIP,
  inviteIds,
  joining,
  OTHER_COLLECTION,
} from '../../bench/cost-teams.ts';
import { newId, sample } from '../sample.ts';
import { db, type Server } from '../server.ts';

export interface Home {
  workspace: string;
  /** The session of its first owner. */
  cookie: string;
  /** Two clips; what keeps the first has the same id. */
  clip: string;
  other: string;
}

const keep = async (server: Server, { cookie, workspace }: Omit<Home, 'clip' | 'other'>) => {
  const id = newId();
  const answer = await server.request(`/api/w/${workspace}/keeps/${id}`, {
    method: 'PUT',
    cookie,
    json: sample({ language: 'vi', section: ['Thể thao'] }),
  });
  const { clip } = await answer.json<{ clip: string }>();
  await db.batch([
    db.prepare('UPDATE keep SET id = ? WHERE id = ?').bind(clip, id),
    db.prepare('UPDATE operation SET id = ?1, keep = ?1 WHERE id = ?2').bind(clip, id),
  ]);
  return clip;
};

/** A workspace with its owner, two clips and a name of each kind. */
export const makeHome = async (server: Server): Promise<Home> => {
  const owner = await server.claim();
  const clip = await keep(server, owner);
  const other = await keep(server, owner);
  await server.request(`/api/w/${owner.workspace}/filings/${newId()}`, {
    method: 'PUT',
    cookie: owner.cookie,
    json: {
      version: 1,
      keep: clip,
      change: {
        add: { tags: ['bão'], collections: ['Hồ sơ'] },
        remove: { tags: [], collections: [] },
      },
    },
  });
  // By the ids that the requests of guests know them by.
  const { workspace } = owner;
  await db.batch(
    ['collection SET id', 'clip_collection SET collection', 'collection_day SET collection'].map(
      (what) =>
        db.prepare(`UPDATE ${what} = '${COLLECTION_ID}' WHERE workspace = ?`).bind(workspace),
    ),
  );
  return { ...owner, clip, other };
};

/** Lets in whom the requests about members and invites name, beside an invite of each kind. */
const people = ({ workspace }: Home, nth: number) =>
  db.batch([
    ...[changed(nth), joining(nth)].flatMap((account) => [
      db
        .prepare('INSERT INTO account (id, created_at) VALUES (?, ?)')
        .bind(account, '2026-03-10T07:00:00.000Z'),
      db
        .prepare(
          `INSERT INTO member (account, workspace, role, joined_at)
           VALUES (?, ?, 'viewer', '2026-03-10T07:00:00.000Z')`,
        )
        .bind(account, workspace),
    ]),
    ...[COLLECTION_ID, OTHER_COLLECTION].map((collection) =>
      db
        .prepare(
          `INSERT INTO guest (account, workspace, collection, joined_at)
           VALUES (?, ?, ?, '2026-03-10T07:00:00.000Z')`,
        )
        .bind(changed(nth), workspace, collection),
    ),
    ...inviteIds(nth).map((id) =>
      db
        .prepare(
          `INSERT INTO invite (workspace, id, hash, role, made_by, created_at, expires_at)
           VALUES (?1, ?2, ?1 || ?2, 'viewer', ?3, '2026-03-10T07:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
        )
        .bind(workspace, id, changed(nth)),
    ),
  ]);

/** What is sent to a route, its path filled in. */
export interface Asked extends Sent {
  method: string;
  path: string;
}

/** Who asks. */
export interface Asker {
  shown: { cookie?: string; token?: string };
  /** Null where they have the right one. */
  secret: string | null;
  /** Counts those who ask. */
  nth: number;
  /** What happens between their getting the address and their asking. */
  meanwhile?: (home: Home) => Promise<unknown>;
}

/** The benchmark's requests name the library that it has seeded: here it is this home's. */
const movedTo = <T>({ workspace, clip }: Home, sent: T): T =>
  JSON.parse(
    JSON.stringify(sent)
      .replaceAll(`/w/${WORKSPACE}`, `/w/${workspace}`)
      .replaceAll(GUEST_CLIP, clip),
  );

/**
 * A request of a route about a home. What has to be there before is sent as who asks, and by its owner where they may not;
 * an address's secret is `secret`, unless they have the right one.
 */
export const askRoute = async (
  server: Server,
  route: string,
  home: Home,
  { shown, secret, nth }: Asker,
): Promise<Asked> => {
  const [method = '', pattern = ''] = routeOf(route).split(' ');
  const { cookie, workspace, clip, other } = home;
  if (/\/(members|invites|guests)\b/.test(pattern)) await people(home, nth);
  const sent = await COSTED[route]?.({
    clip,
    other,
    nth,
    send: async (by, path, wishes) => {
      const { json, form } = movedTo(home, wishes ?? {});
      const wish = { method: by, ...(json && { json }), ...(form && { form: { ...form } }) };
      const at = path.replace(`/w/${WORKSPACE}`, `/w/${workspace}`);
      const own = await server.request(at, { ...wish, ...shown });
      return own.ok ? own.text() : (await server.request(at, { ...wish, cookie })).text();
    },
  });
  const filled = pattern.replace(':workspace', workspace).replace(':id', clip).replace(':day', DAY);
  const asked = { method, path: filled, ...movedTo(home, sent ?? {}) };
  const path =
    secret === null ? asked.path : asked.path.replace(/^\/(feed|share)\/[^/]+/, `/$1/${secret}`);
  return { ...asked, path };
};
