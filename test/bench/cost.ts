// `npm run bench -- cost [clips …]`: what one request of each route costs in libraries of 1,000, 10,000 and 100,000
// clips, as the table of docs/cost.md. Every answer is composed anew; what runs behind an answer is not in its rows.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { openDatabase } from '../../worker/local/database.ts';
import {
  COSTED,
  ended,
  leaving,
  recoveryCode,
  routeOf,
  type Sent,
  TOPIC,
} from './cost-requests.ts';
import {
  changed,
  COLLECTION_ID,
  ending,
  GUEST_CLIP,
  inviteIds,
  inviteToken,
  joining,
  lead,
  OTHER_COLLECTION,
} from './cost-teams.ts';
import { bearing } from './cost-tokens.ts';
import { bundle, type Runtime, startApart } from './runtime.ts';
import { indexClips } from './seed-words.ts';
import { seed } from './seed.ts';
import { cookieOf } from './cookie.ts';
import { DAY, SESSION, WORKSPACE } from './seeded.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Requests before the measured ones, and how many are measured. */
const WARM = 4;
const TURNS = 12;
/** How often what only reads is sent again, so that its figure is that of an isolate that has answered it before. */
const AGAIN = 4;

const Cost = v.object({
  inSequence: v.number(),
  rowsRead: v.number(),
  rowsWritten: v.number(),
  moved: v.array(v.tuple([v.number(), v.number()])),
});
type Told = v.InferOutput<typeof Cost>;
type Cost = Told & { cpu: number };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a person has made of a library of clips: a topic, shelves, a collection, tokens to revoke. */
const furnish = (data: string): void => {
  const db = openDatabase(data);
  db.exec(`
    UPDATE clip SET card_seq = seq;
    UPDATE clip SET category = '${TOPIC}' WHERE section LIKE '%Thể thao%';
    DELETE FROM day_count;
    INSERT INTO day_count (workspace, axis, day, category, clips)
      SELECT workspace, 'published', day, coalesce(category, ''), count(*) FROM clip GROUP BY 1, 3, 4
      UNION ALL SELECT workspace, 'kept', kept_day, coalesce(category, ''), count(*) FROM clip GROUP BY 1, 3, 4;
    INSERT INTO reading (workspace, account, clip, state, changed_at)
      SELECT workspace, account, clip, 'to-read', changed_at FROM keep;
    INSERT OR IGNORE INTO activity (workspace, seq, at, account, kind, clips, clip_count)
      SELECT keep.workspace, keep.seq, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), account, 'keep', json_array(clip.id), 1
      FROM keep JOIN clip ON clip.rid = clip ORDER BY keep.seq DESC LIMIT 1000;
    INSERT INTO collection (workspace, id, name, folded, seq)
      VALUES ('${WORKSPACE}', 'files', 'Hồ sơ', 'hồ sơ', 1);
    INSERT INTO clip_collection (workspace, clip, collection, day)
      SELECT clip_tag.workspace, clip, 'files', day FROM clip_tag JOIN clip ON clip.rid = clip
      UNION SELECT workspace, rid, 'files', day FROM clip WHERE day = '${DAY}';
    UPDATE clip SET id = '${GUEST_CLIP}' WHERE rid =
      (SELECT max(clip) FROM clip_collection WHERE collection = '${COLLECTION_ID}');
    INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
      SELECT link.workspace, collection, link.day, count(*), max(clip.seq), clip.changed_at
      FROM clip_collection AS link JOIN clip ON clip.rid = link.clip GROUP BY 1, 2, 3;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${WARM + TURNS})
      INSERT INTO token (id, hash, account, name, scopes, created_at)
      SELECT 'token-' || i, 'hash-' || i, 'owner', 'Browser', 'clip:read', '2026-03-10T00:00:00.000Z' FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${WARM + TURNS})
      INSERT INTO passkey (id, account, device, public_key, counter, transports, created_at)
      SELECT 'passkey-' || i, 'owner', 'Firefox', '', 0, '[]', '2026-03-10T00:00:00.000Z' FROM n`);
  const begin = db.prepare(
    `INSERT INTO session (hash, account, id, device, created_at, expires_at)
     VALUES (?, 'owner', ?, 'Firefox', '2026-03-10T00:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
  );
  const letIn = db.prepare(
    `INSERT INTO token (id, hash, account, name, scopes, created_at)
     VALUES (?, ?, 'owner', 'Browser', 'clip:read', '2026-03-10T00:00:00.000Z')`,
  );
  const recover = db.prepare(`INSERT INTO recovery_code (hash, account) VALUES (?, 'owner')`);
  const call = db.prepare(
    `INSERT INTO account (id, created_at) VALUES (?, '2026-03-10T00:00:00.000Z')`,
  );
  const sign = db.prepare(
    `INSERT INTO session (hash, account, created_at, expires_at)
     VALUES (?, ?, '2026-03-10T00:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
  );
  const join = db.prepare(
    `INSERT INTO member (account, workspace, role, joined_at)
     VALUES (?, '${WORKSPACE}', ?, '2026-03-10T00:00:00.000Z')`,
  );
  const visit = db.prepare(
    `INSERT INTO guest (account, workspace, collection, joined_at)
     VALUES (?, '${WORKSPACE}', ?, '2026-03-10T00:00:00.000Z')`,
  );
  visit.run('owner', COLLECTION_ID);
  const invite = db.prepare(
    `INSERT INTO invite (workspace, id, hash, role, made_by, created_at, expires_at)
     VALUES ('${WORKSPACE}', ?, ?, 'editor', 'owner', '2026-03-10T00:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
  );
  for (let nth = 0; nth < WARM + TURNS; nth += 1) {
    begin.run(ended(nth), ended(nth));
    begin.run(hashOf(leaving(nth)), leaving(nth));
    recover.run(hashOf(recoveryCode(nth)));
    for (const [account, role] of [
      [lead(nth), 'owner'],
      [changed(nth), 'viewer'],
      [joining(nth), null],
      [ending(nth), 'viewer'],
    ] as const) {
      call.run(account);
      sign.run(hashOf(account), account);
      if (role) join.run(account, role);
    }
    for (const account of [changed(nth), lead(nth)]) visit.run(account, COLLECTION_ID);
    visit.run(changed(nth), OTHER_COLLECTION);
    invite.run(`opened-${nth}`, hashOf(inviteToken(nth)));
    for (const id of inviteIds(nth)) invite.run(id, hashOf(id));
    letIn.run(bearing(nth), hashOf(bearing(nth)));
  }
  // Some acts ask for a sign-in of just now.
  db.exec(`UPDATE session SET created_at = '2098-01-01T00:00:00.000Z'`);
  db.close();
};

const send = async (
  origin: string,
  method: string,
  address: string,
  { json, form, session = SESSION, token }: Sent = {},
): Promise<Response> => {
  const answer = await fetch(origin + address, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : { cookie: cookieOf(session) }),
      origin,
      // Limits are for who asks too often.
      'cf-connecting-ip': randomUUID(),
      'x-forget': '1',
      ...(json && { 'content-type': 'application/json' }),
    },
    ...(json && { body: JSON.stringify(json) }),
    ...(form && { body: new URLSearchParams(form) }),
  });
  // A pairing that nobody has answered, a claim that was used, a passkey that nobody knows and a deletion that names
  // nothing are answers too.
  if (
    answer.status >= 400 &&
    !/^\/(api\/pairings|claim|sign-in$|account\/passkeys$|(api\/w\/\w+|w\/\w+\/delete)$)/.test(
      address,
    )
  )
    throw new Error(`${method} ${address} answers ${answer.status}: ${await answer.text()}`);
  return answer;
};

/** The id of a clip that was seeded. */
const clipId = (index: number): string =>
  `01950000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

interface Asked {
  /** As the table calls it. */
  name: string;
  slot: number;
}

/** What a request cost, how many bytes its answer has, and what was sent. */
type Answered = Told & { answered: number; sent: Sent };

/**
 * A request that moves as many bytes as one before, to and from the database and whoever asks, and computes nothing: the
 * runtime does that outside of the worker, and no CPU time of it is billed.
 */
const moveAlone = async (origin: string, { moved, answered, sent }: Answered): Promise<void> => {
  const body = sent.json ? JSON.stringify(sent.json) : new URLSearchParams(sent.form).toString();
  const answer = await fetch(origin, {
    method: 'POST',
    headers: { 'x-nothing': JSON.stringify({ moved, answered }) },
    body: new Uint8Array(body.length),
  });
  await answer.arrayBuffer();
};

const costOf = async ({ origin, cpu }: Runtime, { name, slot }: Asked): Promise<Cost> => {
  const [method = '', pattern = ''] = routeOf(name).split(' ');
  const make = COSTED[name];
  if (!make) throw new Error(`${name} has no request`);
  const turns: [address: string, sent: Sent][] = [];
  for (let nth = 0; nth < WARM + TURNS; nth += 1) {
    const clip = clipId(slot * (WARM + TURNS) + nth);
    const sent = await make({
      clip,
      other: clipId(slot * (WARM + TURNS)),
      nth,
      send: async (...wishes) => (await send(origin, ...wishes)).text(),
    });
    const filled = pattern.replace(':workspace', WORKSPACE).replace(':id', clip);
    turns.push([sent.path ?? filled, sent]);
  }
  const ask = async ([address, sent]: [string, Sent]): Promise<Answered> => {
    const answer = await send(origin, method, address, sent);
    const answered = (await answer.arrayBuffer()).byteLength;
    return { ...v.parse(Cost, JSON.parse(answer.headers.get('x-cost') ?? '')), answered, sent };
  };
  const again = method === 'GET' ? AGAIN : 1;
  const repeated = (some: typeof turns) => Array.from({ length: again }, () => some).flat();
  for (const turn of repeated(turns.slice(0, WARM))) await ask(turn);
  const before = cpu();
  const answers: Answered[] = [];
  for (const turn of repeated(turns.slice(WARM))) answers.push(await ask(turn));
  const after = cpu();
  for (const answer of answers) await moveAlone(origin, answer);
  const moving = cpu() - after;
  const last = answers.at(-1);
  if (!last) throw new Error(`${name} was not asked`);
  return { ...last, cpu: (after - before - moving) / answers.length };
};

/** One figure where all are alike, else each. */
const say = (figures: readonly string[]): string =>
  new Set(figures).size === 1 ? (figures[0] ?? '') : figures.join(' / ');

/** Whether a route reads more of a large library than of one that fills a page already. */
const grows = (costs: readonly Cost[]): boolean => {
  const [one, other] = costs.slice(-2);
  return one !== undefined && other !== undefined && other.rowsRead > 1.3 * one.rowsRead + 50;
};

/** Prints the table, and which routes grow. */
export const benchCost = async (sizes = SIZES): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  const script = await bundle('counted.ts');
  const costs = new Map<string, Cost[]>(Object.keys(COSTED).map((route) => [route, []]));
  try {
    for (const clips of sizes) {
      const data = path.join(folder, String(clips));
      seed(data, clips);
      indexClips(data, clips);
      furnish(data);
      const runtime = await startApart(script, data);
      // What is read first, so that it is read of what was seeded; what names a clip or writes has clips of its own.
      const names = [...costs.keys()];
      const reading = names.filter((name) => name.startsWith('GET'));
      const writing = names.filter((name) => !name.startsWith('GET'));
      const ofClips = names.filter(
        (name) =>
          /^(?!GET).*:workspace|:id|trash/.test(name) &&
          !/members|invites|leave|settings/.test(name),
      );
      for (const name of [...reading, ...writing]) {
        const slot = Math.max(0, ofClips.indexOf(name));
        costs.get(name)?.push(await costOf(runtime, { name, slot }));
      }
      await runtime.stop();
      rmSync(data, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('| route | rows read | rows written | round trips | CPU ms |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [route, all] of costs) {
    const of = (figure: (cost: Cost) => string): string => say(all.map(figure));
    const cells = [
      `\`${route}\``,
      of(({ rowsRead }) => String(rowsRead)),
      of(({ rowsWritten }) => String(rowsWritten)),
      of(({ inSequence }) => String(inSequence)),
      of(({ cpu }) => cpu.toFixed(0)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const growing = [...costs].filter(([, all]) => grows(all)).map(([route]) => route);
  console.error(`These read more as the library grows: ${growing.join(', ') || 'none'}`);
};
