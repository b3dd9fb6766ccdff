// One write of the outbox: what it is, and the rules of when it is sent and what its answer means.
import * as v from 'valibot';
import { Act } from '../../shared/schema/act.ts';
import { Filing } from '../../shared/schema/filing.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { Card } from './card.ts';

/** Where an operation goes. Final once it is set. */
export const Destination = v.object({
  server: v.string(),
  account: v.string(),
  workspace: v.string(),
});
export type Destination = v.InferOutput<typeof Destination>;

/**
 * What keeps an operation from its library: nothing answers, the library cannot now, it is closed for a moment while it
 * moves, another one answers in its place, or this operation alone does not get through while the library answers others.
 */
export const Hindrance = v.picklist(['unreachable', 'busy', 'moving', 'foreign', 'blocked']);
export type Hindrance = v.InferOutput<typeof Hindrance>;

export const Operation = v.object({
  id: UuidV7,
  /** The keep that it belongs to, behind which it is sent; of an act, the clip; null where it is a keep itself. */
  edits: v.optional(v.nullable(UuidV7), null),
  /** The highlight that it writes; null where it is a keep or corrects one. */
  highlight: v.optional(v.nullable(UuidV7), null),
  /** What it does with a clip that the library has; null where it is something else. */
  act: v.optional(v.nullable(Act), null),
  /** Where the clip is put once it went through; null where it says nothing of that. */
  filing: v.optional(v.nullable(Filing), null),
  /** The order in which it was saved, given by the outbox. */
  order: v.number(),
  capturedAt: v.string(),
  title: v.string(),
  /** The canonical URL of the clip. */
  url: v.string(),
  /** What a list shows of it; null where it was saved before there were cards. */
  card: v.optional(v.nullable(Card), null),
  /** Whether it keeps an address alone, whose article has not been read yet. */
  isLink: v.optional(v.boolean(), false),
  /** Null for an operation made while unpaired, until the person says where it goes. */
  destination: v.nullable(Destination),
  /** `parked`: the server refused it for good; it stays until the person decides. */
  state: v.picklist(['waiting', 'parked']),
  /** The problem code that parked it. */
  reason: v.nullable(v.string()),
  attempts: v.number(),
  /** Not to be sent before this instant, in milliseconds since 1970. */
  nextAt: v.number(),
  /** What became of the last try: the reason why it waits. Null before the first. */
  hindrance: v.optional(v.nullable(Hindrance), null),
});
export type Operation = v.InferOutput<typeof Operation>;

/** What an operation writes. */
export type Kind = 'keep' | 'edit' | 'filing' | 'highlight' | 'act';

export const kindOf = ({
  edits = null,
  act = null,
  filing = null,
  highlight = null,
}: Partial<Pick<Operation, 'edits' | 'act' | 'filing' | 'highlight'>>): Kind => {
  if (edits === null) return 'keep';
  if (act !== null) return 'act';
  if (highlight !== null) return 'highlight';
  return filing === null ? 'edit' : 'filing';
};

/** What is kept already: the answer to an operation that went through. */
export const KeptEntry = v.object({
  ...Destination.entries,
  url: v.string(),
  keep: UuidV7,
  clip: UuidV7,
  day: v.string(),
  isLink: v.optional(v.boolean(), false),
  /** Where this extension put it; null where it put it nowhere. */
  filing: v.optional(v.nullable(Filing), null),
  /** When it was first kept, in milliseconds since 1970. */
  at: v.number(),
});
export type KeptEntry = v.InferOutput<typeof KeptEntry>;

export const isSameLibrary = (
  one: Pick<Destination, 'server' | 'account'>,
  other: Pick<Destination, 'server' | 'account'>,
): boolean => one.server === other.server && one.account === other.account;

/** Whether both name the same workspace of the same library. */
export const isSameDestination = (one: Destination, other: Destination): boolean =>
  isSameLibrary(one, other) && one.workspace === other.workspace;

/** Where what a paired extension keeps goes. */
export const destinationOf = ({ server, account, workspace }: Destination): Destination => ({
  server,
  account,
  workspace,
});
