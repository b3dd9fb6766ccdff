// Every secret that the server gives away in a test is looked for afterwards where nobody may find one: in the rows of the
// database, in problem documents and in what was logged.
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, vi } from 'vitest';

const issued = new Set<string>();
/** Words of problem documents and of the log that could be secrets. */
const told = new Set<string>();
const logged: string[] = [];

/** Where an answer has secrets: sessions, tokens, pairings and their codes, the addresses of what is read by its address, recovery codes. */
const SECRETS = [
  /"(?:access_token|device_code|token)":"([\w-]{20,})"/g,
  /\/(?:feed|share|invite)\/([\w-]{20,})/g,
  /\b([A-Z]{4}(?:-[A-Z]{4}){3})\b/g,
  /"user_code":"([A-Z]{4}-[A-Z]{4})"/g,
];
const WORD = /[\w-]{19,}|\b[A-Z]{4}-[A-Z]{4}\b/g;

/** Remembers a secret that was given away outside an answer. */
export const noteSecret = (secret: string): void => {
  issued.add(secret);
};

/** Remembers the secrets of an answer; what a problem says is looked through afterwards. */
export const noteAnswer = async (answer: Response): Promise<void> => {
  const cookie = /dateline=([\w-]{20,})/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (cookie) issued.add(cookie);
  const type = answer.headers.get('content-type') ?? '';
  if (!/json|html|xml/.test(type)) return;
  const body = await answer.clone().text();
  if (type.startsWith('application/problem+json'))
    for (const [word] of body.matchAll(WORD)) told.add(word);
  else
    for (const shape of SECRETS)
      for (const [, secret = ''] of body.matchAll(shape)) issued.add(secret);
};

const ROWS = 2_000;

/** The words of a table that could be secrets. */
const wordsOf = async (db: D1Database, table: string): Promise<Set<string>> => {
  const words = new Set<string>();
  for (let from = 0; ; from += ROWS) {
    const { results } = await db
      .prepare(`SELECT * FROM "${table}" LIMIT ? OFFSET ?`)
      .bind(ROWS, from)
      .all();
    for (const [word] of JSON.stringify(results).matchAll(WORD)) words.add(word);
    if (results.length < ROWS) return words;
  }
};

const found = (words: ReadonlySet<string>): string[] =>
  [...issued].filter((secret) => words.has(secret));

beforeAll(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    const write = console[method].bind(console);
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => {
      logged.push(said.map(String).join(' '));
      write(...said);
    });
  }
});

afterAll(async () => {
  for (const db of [env.DB, env.DB_2, env.SECOND]) {
    const tables = await db
      ?.prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'clip_search%'`,
      )
      .all<{ name: string }>();
    for (const { name } of tables?.results ?? [])
      if (db) expect(found(await wordsOf(db, name)), name).toEqual([]);
  }
  for (const line of logged) for (const [word] of line.matchAll(WORD)) told.add(word);
  expect(found(told), 'a problem or the log').toEqual([]);
});
