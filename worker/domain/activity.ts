// What people of a workspace did: what they did in its library, and who came and went, as one list.
import type { Activity, StoredAct } from '../db/activity.ts';
import type { Library } from '../db/libraries.ts';
import type { BeforeChange, MemberChange, MemberChanges } from '../db/member-changes.ts';
import type { Members } from '../db/members.ts';
import type { Personal } from '../db/personal.ts';
import type { Question } from '../db/question.ts';
import type { Role } from '../db/workspaces.ts';
import type { ActivityItem, ActivityPage, Somebody } from '../../shared/schema/activity.ts';
import type { Clock } from './ids.ts';
import { peopleOf } from './people.ts';
import { Refusal } from './refusal.ts';
import { overBefore, type Seen, seenBy } from './visits.ts';

/** Acts of one page. */
const PAGE = 50;
const DAY_MS = 86_400_000;
/** For so many days it is told what was done; older is deleted. */
export const ACTIVITY_DAYS = 365;

/** Before which instant what was done is told no more. */
export const forgottenBefore = (now: Date): string =>
  new Date(now.getTime() - ACTIVITY_DAYS * DAY_MS).toISOString();

export interface ActivityTools {
  activity: Activity;
  memberChanges: MemberChanges;
  members: Members;
  personal: Personal;
  ask: <T>(question: Question<T>) => Promise<T>;
  now: Clock;
}

/** How many acts of others came since an account's visit before. */
export const newsFor = (
  { activity, ask, now }: Pick<ActivityTools, 'activity' | 'ask' | 'now'>,
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
): Promise<number> => ask(activity.news(workspace, account, overBefore(now())));

/** Where the two lists go on that make the one. */
interface Place {
  before: number | null;
  beforeChange: BeforeChange | null;
}

const placeAt = (cursor: string | null): Place => {
  if (cursor === null) return { before: null, beforeChange: null };
  const [, seq = '', at, account] =
    /^(\d{0,15})\.(?:(\d{1,14})\.([\w-]{1,100}))?$/.exec(cursor) ?? [];
  if (seq === '' && at === undefined) throw new Refusal('bad-request', 'no such cursor');
  return {
    before: seq === '' ? null : Number(seq),
    beforeChange:
      at === undefined || account === undefined
        ? null
        : { at: new Date(Number(at)).toISOString(), account },
  };
};

const toCursor = ({ before, beforeChange }: Place): string =>
  `${before ?? ''}.${beforeChange ? `${Date.parse(beforeChange.at)}.${beforeChange.account}` : ''}`;

/** The later ones of both first, each in its own order. */
const merged = (
  acts: readonly StoredAct[],
  changes: readonly MemberChange[],
): (StoredAct | MemberChange)[] => {
  const all: (StoredAct | MemberChange)[] = [];
  let [nextAct, nextChange] = [0, 0];
  while (nextAct < acts.length || nextChange < changes.length) {
    const [act, change] = [acts[nextAct], changes[nextChange]];
    if (act && !(change && change.at > act.at)) {
      all.push(act);
      nextAct += 1;
    } else if (change) {
      all.push(change);
      nextChange += 1;
    }
  }
  return all;
};

interface Reader {
  account: string;
  role: Role;
}

const NOTHING = {
  clips: [],
  count: 0,
  addedTo: [],
  removedFrom: [],
  collection: null,
  isUndone: false,
  member: null,
  role: null,
};

const ofAct = (
  { seq, account, about, clips, ...act }: StoredAct,
  who: (account: string) => Somebody,
  reader: Reader,
  { newAfter }: Seen,
): ActivityItem => ({
  ...NOTHING,
  ...act,
  by: who(account),
  isNew: account !== reader.account && newAfter !== null && seq > newAfter,
  clips: clips.map(({ id, title, trashed }) => ({
    id,
    // The trash is for who may bring back.
    title: title ?? (reader.role === 'viewer' ? null : trashed),
    isThere: title !== null,
  })),
  collection: act.kind === 'drop' || act.kind === 'merge' ? about : null,
});

const ofChange = (
  { kind, at, account, by, role }: MemberChange,
  who: (account: string) => Somebody,
): ActivityItem => ({
  ...NOTHING,
  kind,
  at,
  by: who(by),
  isNew: false,
  member: account === by ? null : who(account),
  role,
});

/**
 * A page of what people of a workspace did, the last first, from the cursor on, as one of them sees it; and how far they
 * have seen the library. Throws 'bad-request'.
 */
export const readActivity = async (
  tools: ActivityTools,
  library: Pick<Library, 'workspace' | 'seq'>,
  reader: Reader,
  cursor: string | null,
): Promise<ActivityPage & Seen> => {
  const { activity, memberChanges, personal, ask } = tools;
  const { workspace, seq } = library;
  const from = placeAt(cursor);
  const now = tools.now();
  const since = forgottenBefore(now);
  const [[[acts, layer], news], changes, people] = await Promise.all([
    ask(
      activity
        .page(workspace, from.before, now.toISOString(), since, PAGE + 1)
        .and(personal.layer(workspace, reader.account))
        .and(activity.news(workspace, reader.account, overBefore(now))),
    ),
    memberChanges.page(workspace, from.beforeChange, since, PAGE + 1),
    peopleOf(tools, workspace),
  ]);
  const seen = seenBy(layer, seq, now);
  const who = (account: string): Somebody => ({ account, name: people.get(account) ?? null });
  const all = merged(acts, changes);
  const shown = all.slice(0, PAGE);
  const lastAct = shown.findLast((item) => 'seq' in item);
  const lastChange = shown.findLast((item) => !('seq' in item));
  const place: Place = {
    before: lastAct?.seq ?? from.before,
    beforeChange: lastChange ?? from.beforeChange,
  };
  return {
    items: shown.map((item) =>
      'seq' in item ? ofAct(item, who, reader, seen) : ofChange(item, who),
    ),
    next: all.length > PAGE ? toCursor(place) : null,
    news,
    ...seen,
  };
};
