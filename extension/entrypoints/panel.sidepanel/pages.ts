// Reads the page in front, at a gesture or because another one came there, and keeps it where that was asked.
import { readPage, type Wanted } from '../../features/capture/read.ts';
import { withDraft } from '../../features/correct/correct.ts';
import { chosenFiling } from '../../features/filing/chosen.ts';
import { fillLink, saveClipAgain, saveClipOnce } from '../../features/save/save.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { frontTab } from '../../lib/page.ts';
import type { ReadRequest } from '../../lib/requests.ts';
import { connectionFor } from '../../lib/placements.ts';
import type { Connection } from '../../lib/storage.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { Model } from './model.ts';

const readSafely = async (wanted: Wanted): Promise<PageState> => {
  try {
    const reading = await readPage(wanted);
    return reading.kind === 'article'
      ? { ...reading, clip: await withDraft(reading.clip) }
      : reading;
  } catch {
    return { kind: 'broken' };
  }
};

/** Fills in a link that was kept of what has just been read. */
const fill = async (clip: ReadClip): Promise<void> => {
  try {
    await fillLink(clip, await connectionFor(clip.article.url));
  } catch {
    // The link stays as it was kept, and is filled in at the next read.
  }
};

export interface Pages {
  /** Reads the tab in front as it is now. */
  readFront: () => Promise<void>;
  /** Does what a gesture asked for. */
  serve: (request: ReadRequest) => Promise<void>;
  /** Keeps what is shown. */
  keep: () => Promise<void>;
  /** Reads the page once more, and keeps it as it is now. */
  keepAgain: () => Promise<void>;
  /** The tab that was read last. */
  readonly tabId: number | null;
}

export const createPages = (model: Model): Pages => {
  let readTab: number | null = null;
  /** Of reads that overtake each other only the last one is shown. */
  let lastRead = 0;

  const save = async (
    clip: ReadClip,
    put: (clip: ReadClip, connection: Connection | null) => Promise<unknown> = saveClipOnce,
  ): Promise<void> => {
    const isShown = () => clipOf(model.state.page)?.id === clip.id;
    if (isShown()) model.update({ fate: { kind: 'saving' } });
    try {
      // Of what is kept already that counts which it has now.
      const filing = isShown() ? model.state.place.filing : await chosenFiling(clip.article);
      await put({ ...clip, filing }, await connectionFor(clip.article.url));
      await model.refresh();
    } catch {
      if (isShown()) model.update({ fate: { kind: 'failed' } });
    }
  };

  const read = async (wanted: Wanted): Promise<PageState> => {
    lastRead += 1;
    const turn = lastRead;
    // A page that is read once more stays as it is until it has been read.
    if (wanted.tabId !== readTab || (wanted.asked && !clipOf(model.page)))
      model.turnTo({ kind: 'reading' });
    readTab = wanted.tabId;
    const found = await readSafely(wanted);
    if (turn === lastRead) {
      if (found.kind === 'article') model.last = { clip: found.clip, tabId: wanted.tabId };
      const { last } = model;
      model.page = found.kind === 'no-access' && last ? { kind: 'behind', clip: last.clip } : found;
      await model.refresh();
      if (found.kind === 'article' && !model.state.isPrivate) await fill(found.clip);
    }
    return found;
  };

  return {
    get tabId() {
      return readTab;
    },
    readFront: async () => {
      const tab = await frontTab();
      if (tab) await read({ ...tab, asked: false });
    },
    serve: async ({ tabId, url, keep }) => {
      const clip = clipOf(await read({ tabId, url, asked: true }));
      if (keep && clip && !model.state.isPrivate) await save(clip);
    },
    keep: async () => {
      const { page, fate } = model.state;
      const clip = clipOf(page);
      if (clip && (fate?.kind === 'new' || fate?.kind === 'failed')) await save(clip);
    },
    keepAgain: async () => {
      // A new read has an id of its own: the library takes it as a new act.
      const { last, state } = model;
      const tabId = state.page.kind === 'behind' && last ? last.tabId : readTab;
      if (tabId === null) return;
      model.update({ fate: { kind: 'saving' } });
      const clip = clipOf(await read({ tabId, url: null, asked: false }));
      if (clip) await save(clip, saveClipAgain);
    },
  };
};
