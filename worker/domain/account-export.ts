// All that is an account's own, as lines to take away; the libraries themselves have an export each.
import type { AccountExports } from '../db/account-exports.ts';
import type { Lying } from '../db/libraries.ts';
import { changeAt, placeAt } from './cursor.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Rows of one question, lines of one part, and how many questions a part asks: a run of the free plan has fifty. */
const ROWS = 500;
const LINES = 5_000;
const QUESTIONS = 40;

const KINDS = ['state', 'highlight', 'search', 'act', 'member'] as const;
type Kind = (typeof KINDS)[number];

/** Where a part goes on: a kind of one library's, after a key of it, '' from its first on. */
interface Place {
  workspace: string;
  kind: Kind;
  after: string;
}

/** The same, and in which database the library lies, whose rows stay there for a while where it has moved since. */
type Located = Place & Pick<Lying, 'library_in'> & { number: number };

interface ExportTools {
  accountExports: AccountExports;
  now: Clock;
}

const placeOf = (text: string): Place => {
  const [workspace = '', found = '', ...rest] = text.split('.');
  const after = rest.join('.');
  const kind = KINDS.find((each) => each === found);
  if (!kind) throw new Refusal('bad-request', 'after: no place of an export');
  return { workspace, kind, after };
};

type Head = Awaited<ReturnType<AccountExports['head']>>;

const headLines = ({
  account,
  passkeys,
  sessions,
  tokens,
  memberships,
  visits,
}: Head): object[] => {
  const named =
    (kind: string) =>
    ({ name, created_at: since, last_used_day: lastUsed }: Head['passkeys'][number]): object => ({
      kind,
      name,
      since,
      lastUsed,
    });
  return [
    { kind: 'account', name: account?.name ?? '', since: account?.created_at },
    ...passkeys.map(named('passkey')),
    ...sessions.map(named('session')),
    ...tokens.map(named('extension')),
    ...memberships.map(({ id, name, role, joined_at: since }) => ({
      kind: 'membership',
      workspace: id,
      name,
      role,
      since,
    })),
    ...visits.map(({ workspace, collection, joined_at: since }) => ({
      kind: 'guest',
      workspace,
      collection,
      since,
    })),
  ];
};

interface Read {
  lines: object[];
  /** How many rows were read for them. */
  count: number;
  /** The key of the last; null where there was none. */
  last: string | null;
}

const readActs = async (
  accountExports: AccountExports,
  account: string,
  lying: Lying,
  after: string,
): Promise<Read> => {
  const found = await accountExports.acts(lying, after ? changeAt(after) : 0, ROWS);
  const lines = found
    .filter((act) => act.account === account)
    .map(({ at, kind: act, clips, clip_count: count, added_to, removed_from, about }) => ({
      kind: 'act',
      workspace: lying.id,
      at,
      act,
      clips,
      count,
      addedTo: added_to,
      removedFrom: removed_from,
      about,
    }));
  const last = found.at(-1);
  return { lines, count: found.length, last: last ? String(last.seq) : null };
};

const readMemberChanges = async (
  accountExports: AccountExports,
  account: string,
  workspace: string,
  after: string,
): Promise<Read> => {
  const [at = '', whose = ''] = after.split(' ');
  const found = await accountExports.memberChanges(workspace, [at, whose], ROWS);
  const lines = found
    .filter((change) => change.by_account === account)
    .map((change) => ({
      kind: 'member',
      workspace,
      at: change.at,
      act: change.kind,
      account: change.account,
      role: change.role,
    }));
  const last = found.at(-1);
  return { lines, count: found.length, last: last ? `${last.at} ${last.account}` : null };
};

const readRows = async (
  { accountExports }: ExportTools,
  account: string,
  { workspace, number, library_in, kind, after }: Located,
): Promise<Read> => {
  const lying = { id: workspace, number, library_in };
  if (kind === 'search') {
    const found = await accountExports.searches(lying, account, after, ROWS);
    const lines = found.map(({ id, name, query, created_at: since }) => ({
      kind,
      workspace,
      id,
      name,
      query,
      since,
    }));
    return { lines, count: found.length, last: found.at(-1)?.id ?? null };
  }
  if (kind === 'highlight') {
    const found = await accountExports.highlights(lying, account, after, ROWS);
    const lines = found.map(({ id, clip, mark, changed_at: changed }) => ({
      kind,
      workspace,
      id,
      clip,
      changed,
      mark,
    }));
    return { lines, count: found.length, last: found.at(-1)?.id ?? null };
  }
  if (kind === 'act') return readActs(accountExports, account, lying, after);
  if (kind === 'member') return readMemberChanges(accountExports, account, workspace, after);
  const found = await accountExports.states(lying, account, placeAt(after || null) ?? 0, ROWS);
  const lines = found.map(({ clip, url, state, starred, changed_at: changed }) => ({
    kind,
    workspace,
    clip,
    url,
    state,
    starred: starred === 1,
    changed,
  }));
  const last = found.at(-1);
  return { lines, count: found.length, last: last ? String(last.place) : null };
};

/**
 * A part of an account's export, from the place `after` on, and where the next goes on, null at the end. Throws
 * 'bad-request'.
 */
export const exportAccount = async (
  tools: ExportTools,
  account: string,
  after: string | null,
): Promise<{ lines: object[]; next: string | null }> => {
  const head = await tools.accountExports.head(account, tools.now().toISOString());
  const places: Located[] = head.memberships.flatMap(({ id: workspace, number, library_in }) =>
    KINDS.map((kind) => ({ workspace, number, library_in, kind, after: '' })),
  );
  const lines = after === null ? headLines(head) : [];
  let at = 0;
  let place = places[0];
  if (after !== null) {
    const asked = placeOf(after);
    at = places.findIndex(
      ({ workspace, kind }) => workspace === asked.workspace && kind === asked.kind,
    );
    const known = places[at];
    if (!known) throw new Refusal('bad-request', 'after: no place of an export');
    place = { ...known, after: asked.after };
  }
  for (let asked = 0; place && lines.length < LINES && asked < QUESTIONS; asked += 1) {
    const read = await readRows(tools, account, place);
    lines.push(...read.lines);
    if (read.count === ROWS && read.last !== null) place = { ...place, after: read.last };
    else {
      at += 1;
      place = places[at];
    }
  }
  return { lines, next: place ? `${place.workspace}.${place.kind}.${place.after}` : null };
};
