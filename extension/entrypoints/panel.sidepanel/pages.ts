// Reads the page in front, at a gesture or because another one came there, and keeps it where that was asked.
import { readPage, type Wanted } from '../../features/capture/read.ts';
import { isSamePage, withDraft } from '../../features/correct/correct.ts';
import { chosenFiling } from '../../features/filing/chosen.ts';
import { isToKeep } from '../../features/save/fate.ts';
import { asKnown } from '../../features/save/known.ts';
import { fillLink, saveClipAgain, saveClipOnce, saveUpdate } from '../../features/save/save.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { frontTab, isSameAddress } from '../../lib/page.ts';
import type { ReadRequest } from '../../lib/requests.ts';
import { connectionFor } from '../../lib/placements.ts';
import type { Connection } from '../../lib/storage.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { LastRead, Model } from './model.ts';

/** As what is kept already, where it is, by whichever address. */
const recognised = async (clip: ReadClip): Promise<ReadClip> => {
  try {
    return await asKnown(clip, await connectionFor(clip.article.url));
  } catch {
    // What cannot be looked up is shown all the same.
    return clip;
  }
};

/** As it is known already, and as the reader has set it right before. */
const drafted = async (found: PageState): Promise<PageState> => {
  if (found.kind === 'article')
    return { ...found, clip: await withDraft(await recognised(found.clip)) };
  return 'link' in found && found.link ? { ...found, link: await recognised(found.link) } : found;
};

/** What is shown of a tab: where nobody asked for it and there is nothing to keep, what was read last stays. */
const inPlaceOf = (found: PageState, { asked }: Wanted, last: LastRead | null): PageState => {
  const refusal = found.kind === 'refused' && !found.link && !asked ? found.refusal : null;
  const isBehind = found.kind === 'no-access' || refusal !== null;
  return isBehind && last ? { kind: 'behind', clip: last.clip, refusal } : found;
};

/** Fills in a link that was kept of what has just been read. */
const fill = async (clip: ReadClip): Promise<void> => {
  try {
    await fillLink(clip, await connectionFor(clip.article.url));
  } catch {
    // The link stays as it was kept, and is filled in at the next read.
  }
};

/** Of so many tabs it is remembered what was read there; the oldest goes first. */
const MAX_TABS = 20;

export interface Pages {
  /** Shows the tab in front: as it was read, where nothing changed there since, else as it is now. */
  showFront: () => Promise<void>;
  /** Takes what is shown for an article, against what was found. */
  readAnyway: () => Promise<void>;
  /** Does what a gesture asked for. */
  serve: (request: ReadRequest) => Promise<void>;
  /** Keeps what is shown. */
  keep: () => Promise<void>;
  /** Reads the page once more, and keeps it as it is now. */
  keepAgain: () => Promise<void>;
  /** Reads the page once more, and puts what it says now in place of what the library has. */
  update: () => Promise<void>;
  /** A tab has another page, or the same one anew: what was read there holds no more. */
  forget: (tabId: number) => void;
  /** The tab that was read last. */
  readonly tabId: number | null;
}

/** What is done outside of the panel: a page read, and a link that was kept of it filled in. */
interface Ways {
  readPage: (wanted: Wanted) => Promise<PageState>;
  fill: (clip: ReadClip) => Promise<void>;
}

/** A way to have a clip saved. */
type Put = (clip: ReadClip, connection: Connection | null) => Promise<unknown>;

/** `settleForm` does what an open form says of the page that is shown; false where that cannot be so. */
export const createPages = (
  model: Model,
  settleForm: () => Promise<boolean>,
  ways: Ways = { readPage, fill },
): Pages => {
  let readTab: number | null = null;
  /** What was read in which tab; null while it is being read, and where it is no article. */
  const reads = new Map<number, { article: PageState | null }>();
  /** Of reads that overtake each other only the last one is shown. */
  let lastRead = 0;
  /** The addresses of pages that the person takes for articles. */
  const insisted = new Set<string>();
  const asInsisted = (found: PageState): PageState =>
    found.kind === 'no-article' && found.doubted && insisted.has(found.doubted.article.url)
      ? { kind: 'article', clip: found.doubted }
      : found;

  const isInSight = ({ id }: ReadClip): boolean => clipOf(model.state.page)?.id === id;

  const save = async (clip: ReadClip, put: Put = saveClipOnce): Promise<void> => {
    if (isInSight(clip)) model.update({ fate: { kind: 'saving' }, linkKept: null });
    try {
      // Of what is kept already that counts which it has now.
      const filing = isInSight(clip) ? model.state.place.filing : await chosenFiling(clip.article);
      await put({ ...clip, filing }, await connectionFor(clip.article.url));
      await model.refresh();
    } catch {
      if (isInSight(clip)) model.update({ fate: { kind: 'failed' } });
    }
  };

  const keepShown = async (): Promise<void> => {
    const before = clipOf(model.state.page);
    if (!before || !(await settleForm())) return;
    const clip = clipOf(model.state.page);
    // The reader may have gone to another page meanwhile.
    if (clip && isSamePage(before, clip)) await save(clip);
  };

  /** Whether what is shown is that page, and may stay until it has been read once more. */
  const isShown = ({ tabId, url, asked }: Wanted): boolean => {
    if (tabId !== readTab) return false;
    const clip = model.page.kind === 'behind' ? null : clipOf(model.page);
    return clip ? url === null || isSameAddress(url, clip.article.url) : !asked;
  };

  const show = async (wanted: Wanted, reading: Promise<PageState>): Promise<PageState> => {
    lastRead += 1;
    const turn = lastRead;
    readTab = wanted.tabId;
    const found = await drafted(asInsisted(await reading));
    if (turn === lastRead) {
      if (found.kind === 'article') model.last = { clip: found.clip, tabId: wanted.tabId };
      model.page = inPlaceOf(found, wanted, model.last);
      await model.refresh();
    }
    // Of a page that merely came to the front nobody has asked for anything to be sent.
    if (wanted.asked && found.kind === 'article' && !model.state.isPrivate)
      await ways.fill(found.clip);
    return found;
  };

  const remembered = async (wanted: Wanted): Promise<PageState> => {
    const read: { article: PageState | null } = { article: null };
    reads.delete(wanted.tabId);
    reads.set(wanted.tabId, read);
    for (const tabId of [...reads.keys()].slice(0, -MAX_TABS)) reads.delete(tabId);
    const found = await ways.readPage(wanted);
    if (found.kind === 'article') read.article = found;
    return found;
  };

  const read = (wanted: Wanted): Promise<PageState> => {
    // Else another page's article would be there to be kept in place of the one that is read.
    if (!isShown(wanted)) model.turnTo({ kind: 'reading' });
    return show(
      wanted,
      remembered(wanted).catch(() => ({ kind: 'broken' })),
    );
  };

  const readAndSave = async (put: Put): Promise<void> => {
    if (!(await settleForm())) return;
    // A new read has an id of its own: the library takes it as a new act.
    const { last, state } = model;
    const tabId = state.page.kind === 'behind' && last ? last.tabId : readTab;
    if (tabId === null) return;
    model.update({ fate: { kind: 'saving' }, linkKept: null });
    const clip = clipOf(await read({ tabId, url: null, asked: false }));
    if (clip) await save(clip, put);
  };

  return {
    get tabId() {
      return readTab;
    },
    showFront: async () => {
      const tab = await frontTab();
      if (!tab) return;
      const wanted = { ...tab, asked: false };
      const before = reads.get(tab.tabId)?.article;
      if (before) await show(wanted, Promise.resolve(before));
      else await read(wanted);
    },
    readAnyway: async () => {
      const { page } = model;
      if (page.kind !== 'no-article' || !page.doubted || readTab === null) return;
      insisted.add(page.doubted.article.url);
      const known = reads.get(readTab);
      if (known) known.article = page;
      await show({ tabId: readTab, url: null, asked: true }, Promise.resolve(page));
    },
    serve: async ({ tabId, url, keep }) => {
      const clip = clipOf(await read({ tabId, url, asked: true }));
      if (!keep || !clip || model.state.isPrivate) return;
      const shown = clipOf(model.state.page);
      if (shown && isSamePage(shown, clip)) await keepShown();
      else await save(clip);
    },
    keep: async () => {
      const { fate } = model.state;
      if (isToKeep(fate) || fate?.kind === 'failed') await keepShown();
    },
    keepAgain: () => readAndSave(saveClipAgain),
    update: () => readAndSave(saveUpdate),
    forget: (tabId) => void reads.delete(tabId),
  };
};
