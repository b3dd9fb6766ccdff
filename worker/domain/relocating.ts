// Moving a library to another database while people read it and write in it. It is copied as it stands, with every change
// noted by the database itself; then the changes follow until few are left; then it is closed, for as long as the last of them
// take; then the directory leads everybody to the copy, which was compared before. Runs of the schedule do it, slice by
// slice; one that is cut anywhere, is late or runs beside another one changes nothing of that.
import type { Arrival, Arriving, Slice } from '../db/arriving.ts';
import type { Changed, Departing, Size, Where } from '../db/departing.ts';
import type { Columns, Kind } from '../db/relocation-kinds.ts';
import type { Phase, Relocation, Relocations } from '../db/relocations.ts';
import { clipWords } from './clip-words.ts';
import type { Clock } from './ids.ts';

/**
 * How many keys of a kind are copied at once, and of how many bytes of texts: so many for each statement that is left, and no
 * more than are to be held at once. To make the words of a clip anew takes CPU time, of which a run has little where it has few
 * statements: docs/moving.md.
 */
const KEYS = { each: 4, most: 500 };
const BYTES = { each: 1_000, most: 1_000_000 };
/** How many changes are brought over at once, and how many of a clip among them, whose text may be long. */
const CHANGES = 200;
const HEAVY = 10;
/** With so few changes left it is closed. */
const READY = 50;
/** The statements of all that comes from then on, where nothing is cut. */
const CLOSING = 20;
/** In how many runs it is tried: a database that does not answer, or is full, keeps nobody from writing for longer. */
const CLOSED_RUNS = 12;
/** What looking at a library that moves takes before anything of it is moved. */
const LOOKING = 6;
/** How many rows of a kind one statement deletes, and the most statements that a slice of that takes. */
const DELETED = 500;
const A_DELETION = 4;
/**
 * What has moved stays where it was for so long: whoever was signed in before reads it to its end there, and whatever they
 * write is refused, and done where it is now when they send it again.
 */
const GRACE_MS = 10 * 60_000;

export interface RelocationTools {
  relocations: Relocations;
  /** What is in the database of a binding. */
  departing: (binding: string) => Departing;
  arriving: (binding: string) => Arriving;
  now: Clock;
  /** How many statements are left to the run. */
  left: () => number;
}

interface Move extends RelocationTools {
  relocation: Relocation;
  where: Where;
  from: Departing;
  to: Arriving;
  /** How many statements are left to it, while nobody waits for it. */
  room: () => number;
}

/** The kind of a name; throws for one that is none. */
const kindOf = (kinds: readonly Kind[], name: string): Kind => {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`${name} is no kind of rows`);
  return kind;
};

/** The most statements that a slice of a kind takes. */
const costOf = ({ parts, isByRow }: Kind): number => parts.length * 3 + (isByRow ? 5 : 2);

const readSlice = async (
  { from, where }: Move,
  kind: Kind,
  columns: Columns,
  keys: readonly string[],
): Promise<Slice> => {
  const tables = await from.read(where, kind, columns, keys);
  if (!kind.isByRow) return { kind, keys, tables, words: [] };
  const clips = from.clipsIn(tables);
  const addresses = clips.filter(({ content }) => content === null).map(({ rid }) => rid);
  const firstKept = addresses.length > 0 ? await from.firstKept(where, addresses) : new Map();
  return { kind, keys, tables, words: clipWords(clips, firstKept) };
};

const sizeFor = (room: number): Size => ({
  count: Math.min(KEYS.most, KEYS.each * room),
  bytes: Math.min(BYTES.most, BYTES.each * room),
});

/** Copies what there is room for, and answers how far that is; null where somebody else was faster. */
const copy = async (move: Move, columns: Columns, start: Arrival): Promise<Arrival | null> => {
  const { from, to, where, room } = move;
  const { kinds } = from;
  const slices: Slice[] = [];
  let cost = 0;
  let reached = start;
  // A transaction holds one slice of each kind at the most.
  while (reached.kind !== '' && slices.every(({ kind }) => kind.name !== reached.kind)) {
    const kind = kindOf(kinds, reached.kind);
    cost += costOf(kind);
    if (room() < cost) break;
    const { keys, isEnd } = await from.keys(where, kind, columns, reached.after, sizeFor(room()));
    if (keys.length > 0) slices.push(await readSlice(move, kind, columns, keys));
    reached = isEnd
      ? { ...reached, kind: kinds[kinds.indexOf(kind) + 1]?.name ?? '', after: null }
      : { ...reached, after: keys.at(-1) ?? null };
  }
  return reached === start ? start : to.take(where, reached, slices);
};

/** What of some changes is brought over together: the keys of each kind, and the last change that is of these. */
interface Following {
  kind: Kind;
  keys: Set<string>;
  upTo: number;
  /** Whether no more of it are taken. */
  isFull: boolean;
}

/**
 * As many kinds of some changes as there is room for, those first that wait the longest. Writes of every kind come between each
 * other: of one kind all are taken, or little would be brought over at once.
 */
const changesFor = (
  kinds: readonly Kind[],
  changes: readonly Changed[],
  room: number,
): Following[] => {
  const found = new Map<string, Following | null>();
  let cost = 2;
  for (const { number, kind: name, key } of changes) {
    let own = found.get(name);
    if (own === undefined) {
      const kind = kindOf(kinds, name);
      cost += costOf(kind);
      own =
        cost > room && found.size > 0 ? null : { kind, keys: new Set(), upTo: 0, isFull: false };
      found.set(name, own);
    }
    if (own === null || own.isFull) continue;
    own.isFull = own.kind.parts.length > 1 && !own.keys.has(key) && own.keys.size >= HEAVY;
    if (own.isFull) continue;
    own.keys.add(key);
    own.upTo = number;
  }
  return [...found.values()].filter((one) => one !== null);
};

/** Brings over changes while there is room and more than `few` are left; null where it stops before. */
const follow = async (
  move: Move,
  columns: Columns,
  start: Arrival,
  few: number,
  room: () => number,
): Promise<Arrival | null> => {
  const { from, to, where } = move;
  let arrival: Arrival | null = start;
  for (;;) {
    if (room() < LOOKING) return null;
    const changes = await from.changed(where, CHANGES);
    if (changes.length <= few) return arrival;
    const taken = changesFor(from.kinds, changes, room());
    if (taken.length === 0) return arrival;
    const slices: Slice[] = [];
    for (const { kind, keys } of taken)
      slices.push(await readSlice(move, kind, columns, [...keys]));
    arrival = await to.take(where, arrival, slices);
    if (!arrival) return null;
    await from.forget(where, Object.fromEntries(taken.map(({ kind, upTo }) => [kind.name, upTo])));
  }
};

/** The columns that both databases have; null where these differ. */
const columnsOfBoth = async ({ from, to }: Move): Promise<Columns | null> => {
  const columns = await from.columns();
  return JSON.stringify(columns) === JSON.stringify(await to.columns()) ? columns : null;
};

const giveUp = async ({ relocations, relocation }: Move, problem: string): Promise<null> => {
  await relocations.giveUp(relocation, problem);
  return null;
};

const OTHER_TABLES = 'the two databases have other tables: apply the migrations to both';
const CHANGED_TABLES = 'the tables were changed while it moved';
const GONE = 'the library was deleted';
const TAKEN = 'the other database has a library of this workspace already';
const LOST = 'the copy is not as it was left';
const UNENDING =
  'the last of it could not be brought over, and the library was closed all the while';

/** What is done in each phase; the phase that follows at once, or null where a later run goes on. */
type Doing = (move: Move) => Promise<Phase | null>;

const enter = async ({ relocations, relocation }: Move, next: Phase): Promise<Phase | null> =>
  (await relocations.enter(relocation, next)) ? next : null;

/** Deletes the rows of a library where they are of use no more; true once there are none, and the move is not over. */
const deleteAll = async (move: Move, binding: string): Promise<boolean> => {
  const { relocations, relocation, where, room, departing } = move;
  const there = departing(binding);
  let { step } = relocation;
  let isDone = false;
  while (!isDone && room() > A_DELETION) {
    const slice = await there.deleteSlice(where, step, DELETED);
    isDone = slice === null;
    if (slice?.isKindGone) step += 1;
  }
  return (await relocations.noteStep(relocation, step)) && isDone;
};

const prepare: Doing = async (move) => {
  const { from, to, where, room, relocation } = move;
  const columns = await columnsOfBoth(move);
  if (!columns) return giveUp(move, OTHER_TABLES);
  if (!(await from.isHere(where))) return giveUp(move, GONE);
  if (await to.isTaken(where)) return giveUp(move, TAKEN);
  const isClear = await to.forgetOlder(where, columns);
  if (!isClear && !(await deleteAll(move, relocation.target))) return null;
  if (!(await from.watch(where, room()))) return null;
  await to.begin(where);
  return enter(move, 'copying');
};

const copyAndFollow: Doing = async (move) => {
  const { from, to, where, room, left } = move;
  if (!(await from.isHere(where))) return giveUp(move, GONE);
  const columns = await columnsOfBoth(move);
  if (!columns || !(await from.isWatched(where))) return giveUp(move, CHANGED_TABLES);
  let arrival = await to.find(where);
  if (!arrival) return giveUp(move, LOST);
  while (arrival.kind !== '') {
    const before: Arrival = arrival;
    arrival = await copy(move, columns, before);
    if (!arrival || arrival === before) return null;
  }
  const isNear = await follow(move, columns, arrival, READY, room);
  return isNear && left() >= CLOSING ? enter(move, 'closed') : null;
};

const finish: Doing = async (move) => {
  const { from, to, where, left, relocations, relocation } = move;
  if (relocation.step >= CLOSED_RUNS) return giveUp(move, UNENDING);
  await relocations.noteTry(relocation);
  if (!(await from.isHere(where))) return giveUp(move, GONE);
  await from.close(where);
  const columns = await columnsOfBoth(move);
  if (!columns) return giveUp(move, CHANGED_TABLES);
  const arrival = await to.find(where);
  if (!arrival) return giveUp(move, LOST);
  if (!(await follow(move, columns, arrival, 0, left))) return null;
  if (!(await from.isWatched(where))) return giveUp(move, CHANGED_TABLES);
  const [here, there] = [await from.tally(where, columns), await to.tally(where, columns)];
  const other = Object.keys(here).find((table) => here[table] !== there[table]);
  if (other !== undefined) return giveUp(move, `${other} has other rows there than here`);
  return enter(move, 'switching');
};

// From here on there is no way back. Each may be done again: it is whole here before anybody is led here, and is hidden there
// only once nobody is led there.
const switchOver: Doing = async (move) => {
  const { from, to, where, relocations, relocation, now } = move;
  const library = (await to.find(where)) && (await from.library(where));
  if (library) await to.open(where, library);
  const { isDeleted } = await relocations.point(relocation);
  await from.leave(where);
  if (isDeleted) await to.hide(where);
  await relocations.switched(relocation, now().toISOString());
  return null;
};

const clear: Doing = async (move) => {
  const { from, to, where, room, relocations, relocation, now } = move;
  const { problem, switched_at: switchedAt, source, target } = relocation;
  if (problem === null) {
    if (now().getTime() < Date.parse(switchedAt ?? '') + GRACE_MS) return null;
  } else {
    // First, whether the other one answers or not: nobody can be led there any more.
    await from.open(where);
    await to.abandon(where);
  }
  // Before anything is deleted: they refuse that too, of whoever was signed in when the library was still there.
  if (!(await from.unwatch(where, room()))) return null;
  if (!(await deleteAll(move, problem === null ? source : target))) return null;
  await from.forgetAll(where);
  if (problem === null) await from.remove(where);
  await relocations.end(relocation);
  return null;
};

const DOING: Readonly<Record<Phase, Doing>> = {
  asked: prepare,
  copying: copyAndFollow,
  closed: finish,
  switching: switchOver,
  clearing: clear,
  failed: async () => null,
};

/** Whether people wait for it: the library is closed until it is over. */
const isAwaited = (phase: Phase): boolean => phase === 'closed' || phase === 'switching';

/** Does as much of a move as there is room for. */
const relocate = async (move: Move): Promise<void> => {
  let phase: Phase | null = move.relocation.phase;
  while (phase !== null && (move.room() >= LOOKING || isAwaited(phase)))
    phase = await DOING[phase]({ ...move, relocation: { ...move.relocation, phase } });
};

/**
 * Moves what is to move, the library first that was asked for first, in about `usual` statements, and in all that are left
 * while one is closed.
 */
export const relocateDue = async (tools: RelocationTools, usual: number): Promise<void> => {
  const others = Math.max(0, tools.left() - usual);
  const room = (): number => tools.left() - others;
  const failures: unknown[] = [];
  for (const relocation of await tools.relocations.underWay()) {
    const { workspace, number, move, source, target } = relocation;
    // A database that does not answer keeps the libraries of no other one waiting, which may be closed.
    try {
      await relocate({
        ...tools,
        relocation,
        where: { workspace, number, move },
        from: tools.departing(source),
        to: tools.arriving(target),
        room,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};
