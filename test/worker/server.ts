// A server for a test: the whole app on a real D1, a clock that the test sets, and the steps that
// people and extensions take. Every answer under /api is held against what OpenAPI says of it.
import { applyD1Migrations, createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Validator } from '@cfworker/json-schema';
import { afterAll, expect } from 'vitest';
import { createApp } from '../../worker/app.ts';
import type { Meter } from '../../worker/domain/meter.ts';
import { hashSecret, type Pause } from '../../worker/domain/ids.ts';
import { openApiDocument } from '../../worker/routes/openapi.ts';
import { ROUTES } from '../../worker/routes/registry.ts';
import { noteAnswer, noteSecret } from './secrets.ts';
import { dropControl, splitDatabase, strayTables } from './split-database.ts';

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database;
      [further: `DB_${number}`]: D1Database;
      /** The second of the tests, unless it is DB_2. */
      SECOND?: D1Database;
      ASSETS: Fetcher;
      SECRET: string;
      MIGRATIONS: Parameters<typeof applyD1Migrations>[1];
    }
  }
}
declare module 'vitest' {
  interface ProvidedContext {
    jsonVectors: Record<
      'accept' | 'reject' | 'either',
      { name: string; base64: string | null }[]
    > | null;
    naughtyStrings: string[] | null;
  }
}

export const ORIGIN = 'https://news.example';
const { DB_2: elsewhere } = env;

/** Whether all libraries lie in another database than the accounts: signing in is two round trips at once then. */
export const isElsewhere = elsewhere !== undefined;

/** All that the server stores, wherever it lies. */
export const db = elsewhere ? splitDatabase(env.DB, elsewhere) : env.DB;

/** The database in which all libraries lie. */
export const libraries = elsewhere ?? env.DB;

if (elsewhere)
  afterAll(async () => {
    expect(await strayTables(env.DB), 'a library’s rows, beside the accounts').toEqual([]);
  });

const document = openApiDocument(ROUTES);
const validators = new Map<object, Validator>();

const validatorOf = (schema: object): Validator => {
  const made =
    validators.get(schema) ??
    new Validator({ ...schema, components: document.components }, '2020-12', false);
  validators.set(schema, made);
  return made;
};

/** Fails unless OpenAPI describes this answer: status, media type and body. */
const expectDescribed = async (method: string, path: string, response: Response) => {
  const route = ROUTES.find(
    (one) =>
      one.method === (method === 'HEAD' ? 'GET' : method) &&
      new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(path),
  );
  const described =
    route?.operation &&
    document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
  if (!described) {
    expect(response.status, `${method} ${path}`).toBeOneOf([401, 404, 405]);
    return;
  }
  const answers: Record<string, { content?: Record<string, { schema: object }> }> =
    described.responses;
  const answer = answers[String(response.status)];
  expect(
    answer,
    `${method} ${path} answers ${response.status}, which is not described`,
  ).toBeDefined();
  const body = new TextDecoder().decode(await response.clone().arrayBuffer());
  const [type = '', media] = Object.entries(answer?.content ?? {})[0] ?? [];
  if (!media || method === 'HEAD') {
    expect(body).toBe('');
    return;
  }
  expect(response.headers.get('content-type')).toContain(type);
  const texts = type === 'application/jsonl' ? body.split('\n').filter(Boolean) : [body];
  for (const text of texts) {
    const result = validatorOf(media.schema).validate(JSON.parse(text));
    expect(result.errors, `${method} ${path} ${response.status}`).toEqual([]);
  }
};

interface Wishes extends RequestInit {
  cookie?: string;
  token?: string;
  /** A JSON body; text is sent as it stands. */
  json?: unknown;
  form?: Record<string, string>;
  /** A database to be used instead. */
  database?: D1Database;
  /** The further databases of the server. */
  further?: Record<`DB_${number}`, D1Database> & { NEW_LIBRARIES_IN?: string };
}

const toRequest = (path: string, { cookie, token, json, form, ...init }: Wishes): Request => {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (cookie) headers.set('cookie', cookie);
  if (cookie && init.method && !headers.has('origin')) headers.set('origin', ORIGIN);
  if (form && !headers.has('origin')) headers.set('origin', ORIGIN);
  // Each from a network of its own, unless a test says otherwise: limits are for who asks too often.
  if (!headers.has('cf-connecting-ip')) headers.set('cf-connecting-ip', crypto.randomUUID());
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body = form
    ? new URLSearchParams(form)
    : typeof json === 'string'
      ? json
      : JSON.stringify(json);
  const given = json !== undefined || form ? { body } : {};
  return new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, ...given, headers });
};

/** Of these requests nothing is counted: every 25th would ask the database once more, whatever it is about. */
const UNMETERED: Meter = { check: () => undefined, take: () => undefined };

const goOn: Pause = () => Promise.resolve();

/** Makes the tables, and a server whose clock stands until it is set; it waits for nothing, unless `pause` does. */
export const startServer = async (start: string, pause = goOn) => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  if (elsewhere) {
    await applyD1Migrations(elsewhere, env.MIGRATIONS);
    await dropControl(elsewhere);
  }
  let now = new Date(start);
  const app = createApp(
    {
      now: () => new Date(now),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      pause,
    },
    undefined,
    UNMETERED,
  );

  const request = async (path: string, wishes: Wishes = {}): Promise<Response> => {
    const asked = toRequest(path, wishes);
    const context = createExecutionContext();
    const { database } = wishes;
    // Where libraries lie elsewhere both are used through it, as two databases.
    const instead = database && {
      DB: database,
      ...(elsewhere && { DB_2: new Proxy(database, {}) }),
    };
    const bindings = { ...env, ...instead, ...wishes.further };
    const response = await app.fetch(asked, bindings, context);
    await waitOnExecutionContext(context);
    await noteAnswer(response);
    if (path.startsWith('/api/') && asked.method !== 'OPTIONS')
      await expectDescribed(asked.method, new URL(asked.url).pathname, response);
    return response;
  };

  /** Files a claim as the start command does, and answers the token in its link. */
  const fileClaim = async (): Promise<string> => {
    const token = crypto.getRandomValues(new Uint8Array(32)).toBase64({
      alphabet: 'base64url',
      omitPadding: true,
    });
    noteSecret(token);
    await db
      .prepare('INSERT INTO claim (hash, created_at) VALUES (?, ?)')
      .bind(await hashSecret(token), now.toISOString())
      .run();
    return token;
  };

  /** Claims a fresh workspace as a person does in a browser. */
  const claim = async ({ zone = 'Asia/Ho_Chi_Minh', language = 'en', name = 'News' } = {}) => {
    const token = await fileClaim();
    const claimed = await request('/claim', {
      method: 'POST',
      form: { token, name, zone, language },
    });
    const cookie = claimed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const home = await request('/', { cookie });
    const workspace = home.headers.get('location')?.split('/')[2] ?? '';
    return { cookie, workspace };
  };

  /** Pairs an extension by the steps that it and its owner take, and answers its token. */
  const pair = async (
    cookie: string,
    name = 'Chromium',
    scopes = 'clip:read clip:write',
  ): Promise<string> => {
    const started = await request('/api/pairings', { method: 'POST', json: { name } });
    const { device_code, user_code } = await started.json<Record<string, string>>();
    const code = user_code ?? '';
    await request('/pair', { method: 'POST', cookie, form: { code } });
    const form = { code, answer: 'approved', scopes };
    await request('/pair/answer', { method: 'POST', cookie, form });
    const polled = await request('/api/pairings/token', { method: 'POST', json: { device_code } });
    return (await polled.json<{ access_token: string }>()).access_token;
  };

  /** A workspace with its owner's cookie and a paired extension's token. */
  const install = async (wishes: Parameters<typeof claim>[0] = {}) => {
    const owner = await claim(wishes);
    return { ...owner, token: await pair(owner.cookie) };
  };

  /** Lets a second person into a workspace, whom no invitation can let in yet. */
  const admit = async (workspace: string, role: 'owner' | 'editor' | 'viewer'): Promise<string> => {
    const { cookie } = await claim();
    const hash = await hashSecret(/=([^.]*)/.exec(cookie)?.[1] ?? '');
    await db
      .prepare(
        `INSERT INTO member (account, workspace, role, joined_at)
         SELECT account, ?, ?, ? FROM session WHERE hash = ?`,
      )
      .bind(workspace, role, now.toISOString(), hash)
      .run();
    return cookie;
  };

  return {
    app,
    request,
    fileClaim,
    claim,
    pair,
    install,
    admit,
    setClock: (instant: string) => {
      now = new Date(instant);
    },
  };
};
export type Server = Awaited<ReturnType<typeof startServer>>;

/** How many rows each table has, but for those in which the full-text index keeps its words as it likes. */
export const rowCounts = async (): Promise<Record<string, number>> => {
  const tables = await db
    .prepare(
      `SELECT name FROM sqlite_master
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
         AND name NOT IN ('clip_search_data', 'clip_search_idx')`,
    )
    .all<{ name: string }>();
  const counts = await db.batch<{ rows: number }>(
    tables.results.map(({ name }) => db.prepare(`SELECT count(*) AS rows FROM "${name}"`)),
  );
  return Object.fromEntries(
    tables.results.map(({ name }, index) => [name, counts[index]?.results[0]?.rows ?? -1]),
  );
};

/**
 * The real database with a meter: rows that its batches have read and written, and how many round
 * trips had to wait for another to end.
 */
export const metered = () => {
  const rows = { read: 0, written: 0 };
  const trips = { inSequence: 0 };
  const counting = new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => {
            const turn = trips.inSequence + 1;
            const results = await target.batch(statements);
            trips.inSequence = Math.max(trips.inSequence, turn);
            for (const { meta } of results) {
              rows.read += meta.rows_read;
              rows.written += meta.rows_written;
            }
            return results;
          }
        : (sql: string) => target.prepare(sql),
  });
  return { db: counting, rows, trips };
};
