// A clip that its library does not take any more is kept into another one: as a new keep, since where one goes is final.
import * as v from 'valibot';
import { newUuid } from '../../../shared/schema/uuid.ts';
import type { Connection } from '../../lib/storage.ts';
import { destinationOf, isSameDestination, kindOf, type Operation } from '../../lib/operation.ts';
import { mayWrite } from '../../lib/scope.ts';
import { workspaceOf } from '../../lib/workspace.ts';
import { readBytes, readOutbox, replaceOperations, UNTRIED } from '../../lib/outbox.ts';
import { isClosed } from './rules.ts';

const takesClips = (connection: Connection): boolean =>
  workspaceOf(connection)?.role !== 'viewer' && mayWrite(connection, 'keep');

/** Whether a clip was refused for its library is closed to the person, and could be kept into this one. */
export const canKeepInto = (operation: Operation, connection: Connection | null): boolean =>
  connection !== null &&
  takesClips(connection) &&
  kindOf(operation) === 'keep' &&
  operation.state === 'parked' &&
  isClosed(operation.reason ?? '') &&
  operation.destination !== null &&
  !isSameDestination(operation.destination, connection);

const Belonging = v.looseObject({ keep: v.string() });

/** The bytes of what belongs to a keep, for the keep that takes its place. */
const rebound = (bytes: Uint8Array<ArrayBuffer>, keep: string): Uint8Array<ArrayBuffer> => {
  const write = v.parse(Belonging, JSON.parse(new TextDecoder().decode(bytes)));
  return new TextEncoder().encode(JSON.stringify({ ...write, keep }));
};

/** Keeps a refused clip into another library, with what belongs to it: under new ids, in place of the old ones. */
export const keepElsewhere = async (id: string, connection: Connection): Promise<void> => {
  const all = await readOutbox();
  const keep = all.find((operation) => operation.id === id);
  if (!keep || !canKeepInto(keep, connection)) return;
  const anew = { ...UNTRIED, destination: destinationOf(connection) };
  const newId = newUuid();
  const begun = [
    {
      before: keep,
      after: { ...keep, ...anew, id: newId },
      bytes: await readBytes(id),
    },
  ];
  for (const operation of all.filter(({ edits }) => edits === id))
    begun.push({
      before: operation,
      after: { ...operation, ...anew, id: newUuid(), edits: newId },
      bytes: rebound(await readBytes(operation.id), newId),
    });
  await replaceOperations(begun);
};
