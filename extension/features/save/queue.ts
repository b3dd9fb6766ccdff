// The outbox in numbers, as the panel and the options tell it.
import { type Destination, isSameLibrary, type Operation } from '../../lib/operation.ts';
import { readOutbox } from '../../lib/outbox.ts';

export interface Queue {
  /** On their way to a library that is connected. */
  waiting: number;
  /** Saved before pairing: nobody has said yet where they go. */
  unbound: number;
  /** For a library that this extension is no longer connected with. */
  elsewhere: number;
  /** Refused for good. */
  parked: number;
}

/** Counts the articles of the outbox by what they wait for. */
export const countQueue = (
  operations: readonly Operation[],
  connections: readonly Pick<Destination, 'server' | 'account'>[],
): Queue => {
  const queue: Queue = { waiting: 0, unbound: 0, elsewhere: 0, parked: 0 };
  // Whatever is to be done to an article counts once, with its keep where that is here too.
  const counted = new Set<string>(operations.map(({ id }) => id));
  for (const { state, destination, edits } of operations) {
    if (edits !== null && counted.has(edits)) continue;
    if (edits !== null) counted.add(edits);
    if (state === 'parked') queue.parked += 1;
    else if (!destination) queue.unbound += 1;
    else if (connections.some((one) => isSameLibrary(destination, one))) queue.waiting += 1;
    else queue.elsewhere += 1;
  }
  return queue;
};

/** How many articles of the outbox wait for a library. */
export const countWaitingFor = async (
  library: Pick<Destination, 'server' | 'account'>,
): Promise<number> => countQueue(await readOutbox(), [library]).waiting;
