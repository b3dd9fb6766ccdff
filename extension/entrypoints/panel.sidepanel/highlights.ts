// What the reader marks in the article that is shown.
import type { Mark } from '../../../shared/schema/highlight.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { fetchHighlights } from '../../features/highlight/fetch.ts';
import type { InPage } from '../../features/highlight/in-page.ts';
import { takeSelection } from '../../features/highlight/take.ts';
import { highlightClip } from '../../features/save/save.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { connectionFor } from '../../lib/placements.ts';
import { clipOf } from './page-state.ts';
import type { Model } from './model.ts';

export interface Highlights {
  /** Sets a highlight, null takes it away; rejects where that could not be saved. */
  set: (id: string, mark: Mark | null) => Promise<void>;
  /** Highlights what is selected in the page. */
  take: () => Promise<void>;
  /** Shows all where they stand in the page, or hides them there. */
  showInPage: (isShown: boolean) => Promise<void>;
  /** Takes over what the library knows of them. */
  fetch: () => Promise<void>;
}

export const createHighlights = (model: Model): Highlights => {
  const save = async (clip: ReadClip, id: string, mark: Mark | null): Promise<void> => {
    await highlightClip(clip, id, mark, await connectionFor(clip.article.url));
    await model.refresh();
    const { last, state } = model;
    if (model.pageMarks.isOn && last?.clip.article.canonicalUrl === clip.article.canonicalUrl)
      await model.pageMarks.show(last.clip, last.tabId, state.highlights, false);
  };

  const fetch = async (): Promise<void> => {
    const clip = clipOf(model.page);
    const connection = clip && (await connectionFor(clip.article.url));
    if (!clip || !connection || model.state.isPrivate) return;
    // Without it what this browser knows is shown.
    await fetchHighlights(clip.article.canonicalUrl, connection).catch(() => undefined);
    await model.refresh();
  };

  const tell = (told: InPage['told']): void =>
    model.update({ inPage: { ...model.state.inPage, told } });

  return {
    set: async (id, mark) => {
      const clip = clipOf(model.page);
      if (clip) await save(clip, id, mark);
    },
    take: async () => {
      const { last } = model;
      if (!last) return;
      const anchor = await takeSelection(last.tabId, last.clip.article);
      if (typeof anchor === 'string') {
        tell(anchor);
        return;
      }
      try {
        await save(last.clip, newUuid(), { anchor, colour: 'yellow', note: '' });
        if (!model.pageMarks.isOn) tell('taken');
      } catch {
        tell('not-saved');
      }
    },
    showInPage: async (isShown) => {
      if (!isShown) {
        model.pageMarks.hide();
        return;
      }
      await fetch();
      const { last, state } = model;
      if (last) await model.pageMarks.show(last.clip, last.tabId, state.highlights, true);
    },
    fetch,
  };
};
