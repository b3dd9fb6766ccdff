// Where the article that is shown goes: asked for in a form, remembered, and changed where it is kept already.
import type { Place } from '../../features/filing/Filing.tsx';
import { chooseFiling } from '../../features/filing/chosen.ts';
import { askForNames, knownNames, rememberNames } from '../../features/filing/names.ts';
import { isKept } from '../../features/save/fate.ts';
import { saveFiling } from '../../features/save/save.ts';
import { connectionFor, rememberPlacement } from '../../lib/placements.ts';
import { clipOf } from './page-state.ts';
import type { Model } from './model.ts';

export interface Filings {
  /** Opens the form, or closes it without a change. */
  open: (isOpen: boolean) => Promise<void>;
  /** Puts what is shown there. */
  place: (place: Place) => Promise<void>;
  /** Resolves once what was said last is so. */
  settled: () => Promise<void>;
}

/** Puts what is shown somewhere, and closes the form once that is so. */
const placeShown = async (model: Model, { workspace, filing }: Place): Promise<void> => {
  const { page, place, fate, isPrivate } = model.state;
  const clip = clipOf(page);
  if (!clip) return;
  const { url, canonicalUrl } = clip.article;
  const put = async (): Promise<void> => {
    // A window that is to leave no trace leaves none here either.
    if (!isPrivate) await rememberPlacement(url, { workspace, collections: filing.collections });
    const connection = await connectionFor(url);
    if (connection && !isPrivate) await rememberNames(connection, filing);
    if (isKept(fate) && workspace === place.workspace)
      await saveFiling(clip, place.filing, filing, connection);
    else await chooseFiling(canonicalUrl, filing);
  };
  try {
    await put();
    model.update({ filingForm: null });
  } catch {
    // What was written stays in the form.
    const form = model.state.filingForm;
    model.update({ filingForm: form && { ...form, failed: true } });
  }
  await model.refresh();
};

const openForm = async (model: Model, isOpen: boolean): Promise<void> => {
  const clip = clipOf(model.state.page);
  if (!isOpen || !clip) {
    model.update({ filingForm: null });
    return;
  }
  const connection = await connectionFor(clip.article.url);
  const workspaces = connection?.workspaces ?? [];
  model.update({ filingForm: { workspaces, names: await knownNames(connection) } });
  // The library is asked while the reader writes: others may have made names.
  const names = connection && !model.state.isOffline && (await askForNames(connection));
  if (names && model.state.filingForm) model.update({ filingForm: { workspaces, names } });
};

export const createFilings = (model: Model): Filings => {
  let placing = Promise.resolve();
  return {
    open: (isOpen) => openForm(model, isOpen),
    place: (place) => {
      placing = placeShown(model, place);
      return placing;
    },
    settled: () => placing,
  };
};
