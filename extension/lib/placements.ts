// Where the pages of a site go: which library of those that are connected, and which collections there.
import { type Connection, connectionSetting, placementsSetting } from './storage.ts';

/** The name by which a site is remembered. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** So many sites are remembered; the one that was chosen first is forgotten first. */
const MAX_SITES = 500;

/** What was chosen for the site of an address; null where nothing was. */
export const placementOf = async (url: string) => {
  const site = siteOf(url);
  return (await placementsSetting.get()).find((placement) => placement.site === site) ?? null;
};

/** The connection, with the workspace that the pages of an address's site go to. */
export const connectionFor = async (url: string): Promise<Connection | null> => {
  const connection = await connectionSetting.get();
  const workspace = connection && (await placementOf(url))?.workspace;
  const isMember = connection?.workspaces.some(({ id }) => id === workspace);
  return connection && workspace && isMember ? { ...connection, workspace } : connection;
};

/** Remembers where the pages of an address's site go. */
export const rememberPlacement = (
  url: string,
  chosen: { workspace: string | null; collections: string[] },
): Promise<void> =>
  navigator.locks.request('placements', async () => {
    const site = siteOf(url);
    const others = (await placementsSetting.get()).filter((placement) => placement.site !== site);
    await placementsSetting.set([...others, { site, ...chosen }].slice(-MAX_SITES));
  });

/** Lets the pages of an address's site go where all others go; their collections stay. */
export const forgetWorkspaceOf = (url: string): Promise<void> =>
  navigator.locks.request('placements', async () => {
    const site = siteOf(url);
    const all = await placementsSetting.get();
    if (!all.some((one) => one.site === site && one.workspace !== null)) return;
    await placementsSetting.set(
      all.map((one) => (one.site === site ? Object.assign({}, one, { workspace: null }) : one)),
    );
  });
