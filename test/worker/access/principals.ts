// Those who may ask, in the order of the columns of docs/access.md. Each asks once: what they do to themselves troubles
// nobody else.
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { shareToken } from '../../../worker/domain/share-token.ts';
import { hashSecret } from '../../../worker/domain/ids.ts';
import { COLLECTION_ID } from '../../bench/cost-teams.ts';
import { newId } from '../sample.ts';
import { db } from '../server.ts';
import type { Asker, Home } from './home.ts';

type Shown = Asker['shown'];

/** Somebody new, and what they have: the account, and a secret that signs nobody in yet. */
interface Someone {
  account: string;
  secret: string;
  hash: string;
  nth: number;
}

const AT = '2026-03-10T07:00:00.000Z';
/** When somebody has signed in who asks: some of what they ask for needs that to be just now. */
const SIGNED_IN = '2026-03-10T07:50:00.000Z';
const FAR = '2099-01-01T00:00:00.000Z';

const insert = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

/** Somebody with a passkey, a session, a token and a recovery code, by the names that the requests know them by. */
const arrive = async (nth: number): Promise<Someone> => {
  const account = newId();
  const secret = `${newId()}${newId()}`.replaceAll('-', '').slice(0, 43);
  await db.batch([
    insert('INSERT INTO account (id, created_at) VALUES (?, ?)', account, AT),
    insert(
      `INSERT INTO passkey (id, account, device, public_key, counter, transports, created_at)
       VALUES (?, ?, 'Firefox', '', 0, '[]', ?)`,
      `passkey-${nth}`,
      account,
      AT,
    ),
    insert(
      `INSERT INTO session (hash, account, id, device, created_at, expires_at)
       VALUES (?1, ?2, ?1, 'Firefox', ?3, ?4)`,
      `ended-${nth}`,
      account,
      AT,
      FAR,
    ),
    insert(
      `INSERT INTO token (id, hash, account, name, scopes, created_at)
       VALUES (?1, ?1, ?2, 'Browser', 'clip:read', ?3)`,
      `token-${nth}`,
      account,
      AT,
    ),
  ]);
  return { account, secret, hash: await hashSecret(secret), nth };
};

/** Makes somebody a member, by whom all that is kept there is kept. */
const join = ({ account }: Someone, { workspace }: Home, role: string) =>
  db.batch([
    db
      .prepare('INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, ?, ?)')
      .bind(account, workspace, role, AT),
    db.prepare('UPDATE keep SET account = ? WHERE workspace = ?').bind(account, workspace),
  ]);

const beginSession = async (
  { account, secret, hash }: Someone,
  expires = FAR,
): Promise<{ cookie: string }> => {
  await db
    .prepare(
      `INSERT INTO session (hash, account, id, device, created_at, expires_at)
       VALUES (?1, ?2, ?1, 'Firefox', ?3, ?4)`,
    )
    .bind(hash, account, SIGNED_IN, expires)
    .run();
  return { cookie: `__Host-dateline=${secret}` };
};

const makeToken = async (
  { account, secret, hash, nth }: Someone,
  scopes: string,
  revoked: string | null = null,
): Promise<{ token: string }> => {
  await db
    .prepare(
      `INSERT INTO token (id, hash, account, name, scopes, created_at, revoked_at)
       VALUES (?, ?, ?, 'Browser', ?, ?, ?)`,
    )
    .bind(`own-${nth}`, hash, account, scopes, AT, revoked)
    .run();
  return { token: secret };
};

const MADE_UP = 'x'.repeat(43);

/** Makes somebody who asks about a home for the nth time; `elsewhere` is another. */
type Make = (nth: number, home: Home, elsewhere: Home) => Promise<Asker>;

const asSomeone =
  (
    secret: string | null,
    become: (someone: Someone, home: Home, elsewhere: Home) => Promise<Shown>,
  ): Make =>
  async (nth, ...homes) => ({ shown: await become(await arrive(nth), ...homes), secret, nth });

// Members are shown the addresses of feeds and shared pages.
const member = (role: string): Make =>
  asSomeone(null, async (someone, home) => {
    await join(someone, home, role);
    return beginSession(someone);
  });

const token = (scopes: string, revoked: string | null = null): Make =>
  asSomeone(MADE_UP, async (someone, home) => {
    await join(someone, home, 'owner');
    return makeToken(someone, scopes, revoked);
  });

const nobody =
  (shown: Shown): Make =>
  (nth) =>
    Promise.resolve({ shown, secret: MADE_UP, nth });

/** Who has a link to a home's collection, and nothing else. */
const withLink =
  (revoked: string | null): Make =>
  async (nth, { workspace }) => {
    const id = newId();
    await insert(
      `INSERT INTO share (workspace, id, sha256, account, kind, collection, full_text, named, feeds,
         created_at, revoked_at)
       SELECT workspace, ?, '', 'somebody', 'collection', id, 1, 0, 1, ?, ?
       FROM collection WHERE workspace = ?`,
      id,
      AT,
      revoked,
      workspace,
    ).run();
    const { number, rotation } = v.parse(
      v.object({ number: v.number(), rotation: v.number() }),
      await insert(
        'SELECT number, feed_rotation AS rotation FROM library WHERE workspace = ?',
        workspace,
      ).first(),
    );
    const whose = { number, rotation, id, kind: 'collection', named: false } as const;
    return { shown: {}, secret: await shareToken(env.SECRET, whose), nth };
  };

/** Each by the head of its column. */
export const PRINCIPALS: Readonly<Record<string, Make>> = {
  stranger: nobody({}),
  garbage: nobody({ token: MADE_UP }),
  expired: asSomeone(MADE_UP, async (someone, home) => {
    await join(someone, home, 'owner');
    return beginSession(someone, AT);
  }),
  'signed out': asSomeone(MADE_UP, async (someone, home) => {
    await join(someone, home, 'owner');
    const shown = await beginSession(someone);
    await db.prepare('DELETE FROM session WHERE hash = ?').bind(someone.hash).run();
    return shown;
  }),
  revoked: token('clip:read clip:write', AT),
  save: token('clip:write'),
  read: token('clip:read'),
  viewer: member('viewer'),
  editor: member('editor'),
  owner: member('owner'),
  guest: asSomeone(MADE_UP, async (someone, { workspace }) => {
    await insert(
      'INSERT INTO guest (account, workspace, collection, joined_at) VALUES (?, ?, ?, ?)',
      someone.account,
      workspace,
      COLLECTION_ID,
      AT,
    ).run();
    return beginSession(someone);
  }),
  removed: asSomeone(MADE_UP, async (someone, home) => {
    await join(someone, home, 'editor');
    await db.prepare('DELETE FROM member WHERE account = ?').bind(someone.account).run();
    return beginSession(someone);
  }),
  foreign: asSomeone(MADE_UP, async (someone, _, elsewhere) => {
    await join(someone, elsewhere, 'owner');
    return beginSession(someone);
  }),
  share: withLink(null),
  'dead share': withLink(AT),
  'old feed': (nth) =>
    Promise.resolve({
      shown: {},
      secret: null,
      nth,
      meanwhile: ({ workspace }) =>
        db
          .prepare('UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?')
          .bind(workspace)
          .run(),
    }),
};
