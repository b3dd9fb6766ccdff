// What belongs to the article that is shown: of the library, and of the page itself where it loads that late.
import { blockText } from '../../../shared/schema/block.ts';
import { readPage } from '../../features/capture/read.ts';
import { askForRelated } from '../../features/related/ask.ts';
import type { LibraryItem } from '../../features/related/Related.tsx';
import { askForMore } from '../../features/related/more.ts';
import type { Found, Question } from '../../features/related/relate.ts';
import { shownCategory } from '../../lib/category.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { dayShown } from '../../lib/days.ts';
import { onMirrorChange } from '../../lib/mirror.ts';
import { destinationOf } from '../../lib/operation.ts';
import { isSameAddress } from '../../lib/page.ts';
import { type Connection, connectionSetting } from '../../lib/storage.ts';
import type { Model } from './model.ts';
import type { PanelState } from './state.ts';

export interface Relations {
  /** Looks up what belongs to the article of a state that has just been shown, once for each. */
  follow: (state: PanelState) => void;
  /** Asks the library itself for what else it has. */
  more: () => Promise<void>;
  /** Reads the page of a tab once more, for what it names as related by now; all else stays as it was read. */
  lookAgain: (tabId: number) => Promise<void>;
}

const addressOf = ({ id, url, filled }: Found, connection: Connection | null): string => {
  if (!filled) return url;
  if (!connection) return `/library.html#clip=${id}`;
  return `${connection.server}/w/${encodeURIComponent(connection.workspace)}/clip/${id}`;
};

const withRelated = (clip: ReadClip, related: ReadClip['article']['related']): ReadClip => {
  const { asRead } = clip;
  return {
    ...clip,
    article: { ...clip.article, related },
    ...(asRead && { asRead: { ...asRead, article: { ...asRead.article, related } } }),
  };
};

const articleOf = ({ page }: PanelState): ReadClip | null =>
  page.kind === 'article' || page.kind === 'behind' ? page.clip : null;

const itemOf = (found: Found, connection: Connection | null): LibraryItem => {
  const { id, title, url, site, language, day, isCopy, reasons } = found;
  const href = addressOf(found, connection);
  const from = site ?? new URL(url).hostname;
  return { id, href, title, language, reasons, site: from, day, isCopy };
};

export const createRelations = (model: Model): Relations => {
  /** The article that was asked for last, and the turn of that question: of several the last one counts. */
  let asked: string | null = null;
  let turn = 0;

  const questionOf = (clip: ReadClip, connection: Connection | null): Question => {
    const { article, summary } = clip;
    const { saidOfSection, zone } = model.state;
    return {
      destination: connection && destinationOf(connection),
      page: { url: article.url, canonicalUrl: article.canonicalUrl },
      asking: {
        title: article.title,
        text: article.blocks.map(blockText).join('\n'),
        terms: summary.terms,
        language: article.language,
        category: shownCategory(clip, saidOfSection)?.category ?? null,
        site: article.site,
        section: article.section,
        day: article.published && dayShown(article.published, zone),
      },
      listed: article.related.map(({ url }) => url),
    };
  };

  const ask = async (clip: ReadClip): Promise<void> => {
    turn += 1;
    const own = turn;
    const connection = await connectionSetting.get();
    const found = await askForRelated(questionOf(clip, connection));
    if (own !== turn) return;
    model.update({ fromLibrary: found.map((one) => itemOf(one, connection)), moreAsked: null });
  };

  const more = async (): Promise<void> => {
    const clip = articleOf(model.state);
    const connection = await connectionSetting.get();
    if (!clip || !connection || model.state.moreAsked === 'asking') return;
    const own = turn;
    model.update({ moreAsked: 'asking' });
    const found = await askForMore(questionOf(clip, connection), connection);
    // Of another article, or of a library that has been left.
    if (own !== turn || articleOf(model.state)?.id !== clip.id) return;
    if (!found) {
      model.update({ moreAsked: 'failed' });
      return;
    }
    const shown = model.state.fromLibrary ?? [];
    const ids = new Set(shown.map(({ id }) => id));
    const others = found.filter(({ id }) => !ids.has(id));
    const fromLibrary = [...shown, ...others.map((one) => itemOf(one, connection))];
    model.update({ fromLibrary, moreAsked: 'asked' });
  };

  const follow = (state: PanelState): void => {
    const clip = articleOf(state);
    if (!clip || clip.id === asked) return;
    asked = clip.id;
    // What was just shown is on the screen first.
    setTimeout(() => void ask(clip));
  };

  // What was found in one library is not shown of another.
  connectionSetting.watch(() => {
    turn += 1;
    asked = null;
    model.update({ fromLibrary: null, moreAsked: null });
  });
  onMirrorChange(() => {
    const clip = articleOf(model.state);
    // What stands there stays: nothing moves under the reader's hand.
    if (clip && model.state.fromLibrary?.length === 0) void ask(clip);
  });

  return {
    follow,
    more,
    lookAgain: async (tabId) => {
      const shown = articleOf(model.state);
      if (!shown) return;
      model.update({ pageLook: 'looking' });
      const read = await readPage({ tabId, url: null, asked: false }).catch(() => null);
      const now = model.page;
      // The reader may have gone on meanwhile.
      if (now.kind !== 'article' || now.clip.article.url !== shown.article.url) return;
      const found = read?.kind === 'article' ? read.clip.article : null;
      if (found && found.related.length > 0 && isSameAddress(found.url, shown.article.url)) {
        const clip = withRelated(now.clip, found.related);
        model.page = { ...now, clip };
        if (model.last) model.last = { ...model.last, clip };
        void ask(clip);
      }
      model.update({ page: model.page, pageLook: 'looked' });
    },
  };
};
