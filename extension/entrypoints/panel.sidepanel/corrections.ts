// What the reader sets right of the page that is shown.
import { sectionPlace } from '../../../shared/category/section-place.ts';
import type { Block } from '../../../shared/schema/block.ts';
import type { Edit } from '../../../shared/schema/edit.ts';
import {
  correctClip,
  editBetween,
  isSamePage,
  keepDraft,
  type OwnWords,
  ownWordsOf,
} from '../../features/correct/correct.ts';
import type { PickStep } from '../../features/correct/pick.ts';
import { type Picker, pickIn } from '../../features/correct/picking.ts';
import { type NoSelection, readSelection } from '../../features/correct/selected.ts';
import { readWritten, type Written } from '../../features/correct/written.ts';
import { saveEdit } from '../../features/save/save.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { dayOf } from '../../lib/days.ts';
import { connectionFor } from '../../lib/placements.ts';
import { rememberSectionCategory } from '../../lib/section-categories.ts';
import type { Connection } from '../../lib/storage.ts';
import { clipOf } from './page-state.ts';
import type { Model } from './model.ts';

export interface Corrections {
  /** Opens the form, or closes it without a change. */
  open: (isOpen: boolean) => Promise<void>;
  /** What is being written in the form. */
  write: (written: Written) => void;
  /** Sets right what was read; null: all as on the page. Answers whether that was done. */
  correct: (written: Written | null) => Promise<boolean>;
  /** Does what the open form says, where something is written in it; false where that cannot be so. */
  settle: () => Promise<boolean>;
  /** Takes what is selected in a tab as the text. */
  takeSelection: (tabId: number) => Promise<void>;
  /** Has the reader pick the text on the page of a tab. */
  pick: (tabId: number) => Promise<void>;
  pickStep: (step: PickStep) => void;
  endPick: () => void;
  /** Gives the page's own text back. */
  giveTextBack: () => Promise<void>;
}

export const createCorrections = (model: Model): Corrections => {
  /** Remembers what a correction says of the section that the article stands in. */
  const holdForSection = async (
    { article }: ReadClip,
    edit: Edit | null,
    connection: Connection | null,
  ): Promise<void> => {
    const category = edit?.correction.category;
    const place = sectionPlace(article);
    // A window that is to leave no trace leaves none here either.
    if (category === undefined || !place || model.state.isPrivate) return;
    // What cannot be remembered is shown, and kept, all the same.
    await rememberSectionCategory([{ ...place, category }], connection, false).catch(
      () => undefined,
    );
  };

  /** Remembers a clip as its reader sets it right, corrects what is kept of it, and shows it where it still is there. */
  const setRight = async (clip: ReadClip, own: OwnWords): Promise<void> => {
    const corrected = await correctClip(clip, own);
    const edit = editBetween(clip, corrected);
    const connection = await connectionFor(clip.article.url);
    await holdForSection(corrected, edit, connection);
    if (edit) await saveEdit(corrected, edit, connection);
    // As what holds for the section.
    await keepDraft(corrected).catch(() => undefined);
    // It may have been read once more, or left, meanwhile.
    const before = model.page;
    if (before.kind !== 'article' && before.kind !== 'behind') return;
    if (!isSamePage(before.clip, clip)) return;
    const clipNow = await correctClip(before.clip, own);
    if (model.page !== before) return;
    model.page = { ...before, clip: clipNow };
    if (model.last) model.last = { ...model.last, clip: clipNow };
    model.update({ page: model.page, noSelection: null });
    await model.refresh();
  };

  let picker: Picker | null = null;

  const takeText = async (clip: ReadClip, found: Block[] | NoSelection): Promise<void> => {
    if (typeof found === 'string') model.update({ noSelection: found });
    else await setRight(clip, { ...ownWordsOf(clip), blocks: found });
  };

  /** What the form said before, as long as it is being saved. */
  let saving: Promise<boolean> | null = null;

  /** What the form said is saved, or is in the form again, which says that it was not. Answers whether it was. */
  const save = async (clip: ReadClip, own: OwnWords, written: Written | null): Promise<boolean> => {
    try {
      await setRight(clip, own);
      return true;
    } catch {
      model.reopen(clip, { problems: [], ...(written && { written }), failed: true });
      return false;
    }
  };

  const correct = async (written: Written | null): Promise<boolean> => {
    const clip = clipOf(model.state.page);
    if (!clip) return true;
    const { zone, saidOfSection } = model.state;
    const today = dayOf(new Date(), zone);
    const said = written && readWritten(written, { clip, saidOfSection }, zone, today);
    if (said && 'problems' in said) {
      model.update({ correcting: { ...said, ...(written && { written }) } });
      return false;
    }
    const own = said
      ? { ...ownWordsOf(clip), correction: said.correction }
      : { correction: {}, blocks: null };
    model.update({ correcting: null });
    const mine = save(clip, own, written);
    saving = mine;
    const isSaved = await mine;
    if (saving === mine) saving = null;
    return isSaved;
  };

  return {
    open: async (isOpen) => {
      // Opened again at once, the form begins with what it said, and not with what was there before.
      if (isOpen && saving) {
        await saving;
        // What could not be saved is in the open form.
        if (model.state.correcting) return;
      }
      model.update({ correcting: isOpen && clipOf(model.state.page) ? { problems: [] } : null });
    },
    write: (written) => {
      const { correcting } = model.state;
      if (correcting) model.update({ correcting: { ...correcting, written } });
    },
    correct,
    settle: async () => {
      if (saving) await saving;
      const written = model.state.correcting?.written;
      return written ? correct(written) : true;
    },
    takeSelection: async (tabId) => {
      const clip = clipOf(model.page);
      if (!clip) return;
      await takeText(clip, await readSelection(tabId, clip.article.url));
    },
    pick: async (tabId) => {
      const clip = clipOf(model.page);
      if (!clip) return;
      picker?.end();
      picker = await pickIn(tabId, clip.article.url, {
        onAt: (picking) => model.update({ picking, noSelection: null }),
        onPicked: (found) => void takeText(clip, found),
        onEnd: () => model.update({ picking: null }),
      });
      if (!picker) model.update({ noSelection: 'no-access' });
    },
    pickStep: (step) => picker?.step(step),
    endPick: () => picker?.end(),
    giveTextBack: async () => {
      const clip = clipOf(model.page);
      if (clip) await setRight(clip, { ...ownWordsOf(clip), blocks: null });
    },
  };
};
