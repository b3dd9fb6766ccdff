// What the panel knows of a page beside the page itself: from the outbox, the library and the settings.
import { countQueue } from '../../features/save/queue.ts';
import { fateOf } from '../../features/save/save.ts';
import type { Library } from '../../features/save/SaveBar.tsx';
import type { ReadClip } from '../../lib/clip.ts';
import { dayOf } from '../../lib/days.ts';
import { readHighlights } from '../../lib/highlights.ts';
import { destinationOf } from '../../lib/operation.ts';
import { readOutbox } from '../../lib/outbox.ts';
import { type Connection, connectionSetting, withoutServerSetting } from '../../lib/storage.ts';
import type { PageState, PanelState } from './PanelView.tsx';

/** What can be kept of a page: its article, or for want of one its link. */
export const clipOf = (page: PageState): ReadClip | null => {
  if (page.kind === 'article' || page.kind === 'behind') return page.clip;
  return page.kind === 'no-article' || page.kind === 'refused' ? page.link : null;
};

const libraryOf = (connection: Connection | null, isChosen: boolean): Library => {
  if (!connection) return { kind: 'none', isChosen };
  const { workspace, workspaces, paused } = connection;
  const name = workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
  return { kind: paused ? 'paused' : 'paired', workspace: name };
};

const dayAddress = ({ server, workspace }: Connection, day: string): string =>
  `${server}/w/${encodeURIComponent(workspace)}/day/${day}`;

const todayAddress = (connection: Connection): string => {
  const workspace = connection.workspaces.find(({ id }) => id === connection.workspace);
  return dayAddress(connection, dayOf(new Date(), workspace?.zone ?? 'UTC'));
};

const find = async (page: PageState): Promise<Partial<PanelState>> => {
  const connection = await connectionSetting.get();
  const destination = connection && destinationOf(connection);
  const clip = clipOf(page);
  const fate = clip && (await fateOf(clip.article.canonicalUrl, connection));
  return {
    fate,
    highlights: clip ? await readHighlights(clip.article.canonicalUrl, destination) : [],
    library: libraryOf(connection, await withoutServerSetting.get()),
    queue: countQueue(await readOutbox(), connection),
    todayAddress: connection && todayAddress(connection),
    dayAddress: connection && fate?.kind === 'kept' ? dayAddress(connection, fate.day) : null,
  };
};

/** Looks up what the outbox and the library know of a page. */
export const look = async (page: PageState): Promise<Partial<PanelState>> => {
  try {
    return await find(page);
  } catch {
    // Without an outbox the page is shown all the same; keeping it will tell what is wrong.
    return { fate: clipOf(page) && { kind: 'new' } };
  }
};
