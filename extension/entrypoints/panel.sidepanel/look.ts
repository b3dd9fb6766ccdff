// What the panel knows of a page beside the page itself: from the outbox, the library and the settings.
import { NOWHERE } from '../../../shared/schema/filing.ts';
import { chosenFiling } from '../../features/filing/chosen.ts';
import { countQueue } from '../../features/save/queue.ts';
import { fateOf, filedAs, isInLibrary } from '../../features/save/fate.ts';
import type { Library } from '../../features/save/SaveBar.tsx';
import { allConnections } from '../../lib/connections.ts';
import { dayOf } from '../../lib/days.ts';
import { readHighlights } from '../../lib/highlights.ts';
import { destinationOf } from '../../lib/operation.ts';
import { readOutbox } from '../../lib/outbox.ts';
import { connectionFor } from '../../lib/placements.ts';
import { saidOfSection } from '../../lib/section-categories.ts';
import { type Connection, connectionSetting, withoutServerSetting } from '../../lib/storage.ts';
import { workspaceName, workspaceOf } from '../../lib/workspace.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { PanelState } from './state.ts';

const libraryOf = (connection: Connection | null, isChosen: boolean): Library => {
  if (!connection) return { kind: 'none', isChosen };
  const { paused, scope } = connection;
  const kind = paused ? 'paused' : 'paired';
  const zone = workspaceOf(connection)?.zone;
  return { kind, workspace: workspaceName(connection), scope, zone };
};

const dayAddress = ({ server, workspace }: Connection, day: string): string =>
  `${server}/w/${encodeURIComponent(workspace)}/day/${day}`;

const todayAddress = (connection: Connection): string => {
  const zone = workspaceOf(connection)?.zone ?? 'UTC';
  return dayAddress(connection, dayOf(new Date(), zone));
};

const find = async (page: PageState): Promise<Partial<PanelState>> => {
  const clip = clipOf(page);
  const connection = await (clip ? connectionFor(clip.article.url) : connectionSetting.get());
  const destination = connection && destinationOf(connection);
  const connections = await allConnections();
  const fate = clip && (await fateOf(clip.article, connection));
  return {
    fate,
    saidOfSection: clip ? await saidOfSection(clip.article, connection) : 'auto',
    highlights: clip ? await readHighlights(clip.article.canonicalUrl, destination) : [],
    library: libraryOf(connection, await withoutServerSetting.get()),
    place: {
      workspace: connection?.workspace ?? null,
      filing: filedAs(fate) ?? (clip ? await chosenFiling(clip.article) : NOWHERE),
    },
    connections,
    queue: countQueue(await readOutbox(), connections),
    todayAddress: connection && todayAddress(connection),
    dayAddress: connection && isInLibrary(fate) ? dayAddress(connection, fate.day) : null,
  };
};

/** Looks up what the outbox and the library know of a page. */
export const look = async (page: PageState): Promise<Partial<PanelState>> => {
  try {
    return await find(page);
  } catch {
    // Without an outbox the page is shown all the same; keeping it will tell what is wrong.
    return { fate: clipOf(page) && { kind: 'new' }, saidOfSection: 'auto' };
  }
};
