// The libraries that this extension is connected with. One is current: it is the one that is shown, and that clips go to.
// What was kept for another one is sent to that one, by that one's own token.
import * as v from 'valibot';
import { Zone } from '../../shared/schema/text.ts';
import { type Destination, isSameLibrary } from './operation.ts';
import {
  type Connection,
  connectionSetting,
  otherConnectionsSetting,
  setConnections,
} from './storage.ts';
import { askAboutToken } from './token.ts';

/** All of them, the current one first. */
export const allConnections = async (): Promise<Connection[]> => {
  const [current, others] = await Promise.all([
    connectionSetting.get(),
    otherConnectionsSetting.get(),
  ]);
  // A version that knew of one only may have connected again with one of the others.
  return current ? [current, ...others.filter((other) => !isSameLibrary(other, current))] : others;
};

/** The connection by which what goes somewhere is sent; the current one where nobody has said yet where it goes. */
export const connectionOf = async (destination: Destination | null): Promise<Connection | null> => {
  const all = await allConnections();
  if (!destination) return all[0] ?? null;
  const found = all.find((one) => isSameLibrary(one, destination));
  return found ? { ...found, workspace: destination.workspace } : null;
};

/** Changes the list; the first is the current one. */
const change = (to: (connections: readonly Connection[]) => readonly Connection[]): Promise<void> =>
  navigator.locks.request('connections', async () => {
    const before = await allConnections();
    const after = to(before);
    if (after !== before) await setConnections(after);
  });

/** Does what ends all connections, while nobody else changes one: what they had read before would come back. */
export const clearConnections = (end: () => Promise<void>): Promise<void> =>
  navigator.locks.request('connections', end);

/** Adds a connection, in place of one with the same library, and makes it the current one. */
export const addConnection = (connection: Connection): Promise<void> =>
  change((all) => [connection, ...all.filter((one) => !isSameLibrary(one, connection))]);

/** The workspace that clips go to: the one that was chosen, or else one that they can go to. */
export const chosenOf = (
  workspaces: Connection['workspaces'],
  chosen: string | undefined,
): Connection['workspaces'][number] | undefined =>
  workspaces.find(({ id }) => id === chosen) ??
  workspaces.find(({ role }) => role !== 'viewer') ??
  workspaces[0];

/** Makes a workspace of a connection the one that clips go to. */
export const chooseWorkspace = (destination: Destination): Promise<void> =>
  change((all) => {
    const chosen = all.find((one) => isSameLibrary(one, destination));
    if (!chosen?.workspaces.some(({ id }) => id === destination.workspace)) return all;
    const others = all.filter((one) => one !== chosen);
    return [{ ...chosen, workspace: destination.workspace }, ...others];
  });

/** Forgets a connection; the one that was chosen last before it is the current one then. */
export const forgetConnection = ({ token }: Pick<Connection, 'token'>): Promise<void> =>
  change((all) => all.filter((one) => one.token !== token));

/** Changes a connection, unless it was made anew meanwhile: then what was heard of its token is history. */
const changeOne = (
  { token }: Pick<Connection, 'token'>,
  to: (connection: Connection) => Connection,
): Promise<void> =>
  change((all) => {
    const found = all.find((one) => one.token === token);
    const changed = found && to(found);
    if (!changed || changed === found) return all;
    return all.map((one) => (one === found ? changed : one));
  });

/** A token was refused: nothing is asked with it until the person connects again. */
export const pauseConnection = (connection: Pick<Connection, 'token'>): Promise<void> =>
  changeOne(connection, (one) => ({ ...one, paused: true }));

/**
 * Asks each library what our token may do there by now, and in which workspaces: people join and leave. A workspace that
 * is no longer among them gives way to one that clips can go to; what was kept for it stays as it is.
 */
export const refreshConnections = async (): Promise<void> => {
  for (const connection of await allConnections()) {
    const { server, token, paused } = connection;
    if (paused) continue;
    const answer = await askAboutToken(server, token);
    if (answer.kind === 'refused' && answer.status === 401) await pauseConnection(connection);
    if (answer.kind !== 'ok' || answer.value.account !== connection.account) continue;
    const { scope, workspaces } = answer.value;
    await changeOne(connection, (one) => {
      const workspace = chosenOf(workspaces, one.workspace)?.id ?? one.workspace;
      const told = { ...one, scope, workspaces, workspace };
      return JSON.stringify(told) === JSON.stringify(one) ? one : told;
    });
  }
};

/** The library of a connection goes by a zone, which may be another one than when it was paired. */
export const rememberZone = async (
  zone: string,
  { token, workspace }: Pick<Connection, 'token' | 'workspace'>,
): Promise<void> => {
  // One that this browser does not know makes no day here.
  if (!v.is(Zone, zone)) return;
  await changeOne({ token }, (one) => {
    const isOther = one.workspaces.some((each) => each.id === workspace && each.zone !== zone);
    if (!isOther) return one;
    const workspaces = one.workspaces.map((each) =>
      each.id === workspace ? Object.assign({}, each, { zone }) : each,
    );
    return { ...one, workspaces };
  });
};
