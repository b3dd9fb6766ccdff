// What belongs with a clip: the others of its story, and what is related to it.
import { texts } from '../../shared/locales/index.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { RelatedClip } from '../../shared/schema/related.ts';
import { type RelatedItem, RelatedList } from '../../shared/ui/RelatedList.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';

export interface Belonging {
  /** All clips of its story, the original first; none where it is alone. */
  story: readonly ClipCard[];
  related: readonly RelatedClip[];
}

interface Props extends Belonging {
  /** The clip's id. */
  id: string;
  setting: Setting;
  /** Whether the reader may say what is one story. */
  mayWrite: boolean;
}

type Shown = Pick<ClipCard, 'id' | 'url' | 'title' | 'site' | 'language' | 'day'>;

/** A clip as an item of a list of related ones. */
export const itemOf = (
  clip: Shown,
  { workspace, language }: Setting,
  reasons: RelatedItem['reasons'],
  more: readonly string[] = [],
): RelatedItem => ({
  id: clip.id,
  href: `/w/${workspace}/clip/${clip.id}`,
  title: clip.title,
  language: clip.language,
  reasons,
  facts: [siteOf(clip), plainDay(clip.day, language), ...more],
});

/** What a button beside an item says of stories. */
interface Say {
  /** The clip that it is said of. */
  clip: string;
  /** The clip whose story it is of; null for none but its own. */
  other: string | null;
  words: string;
  /** The same for those who hear it without the list. */
  label: string;
}

const Section = ({
  name,
  title,
  items,
  say,
  page,
  setting,
}: {
  name: string;
  title: string;
  items: readonly RelatedItem[];
  /** Null for one who may not say so. */
  say: ((item: RelatedItem) => Say) | null;
  /** The clip on whose page it is said. */
  page: string;
  setting: Setting;
}) => {
  if (items.length === 0) return null;
  const button = ({ clip, other, words, label }: Say) => (
    <form method="post" action={`/w/${setting.workspace}/clip/${clip}/story`}>
      <input type="hidden" name="with" value={other ?? ''} />
      <input type="hidden" name="page" value={page} />
      <button class="quiet" aria-label={label}>
        {words}
      </button>
    </form>
  );
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>
        {title} <span>{items.length}</span>
      </h2>
      <RelatedList
        texts={texts(setting.language)}
        items={items}
        {...(say && { besides: (item: RelatedItem) => button(say(item)) })}
      />
    </section>
  );
};

export const BelongingOf = ({ id, story, related, setting, mayWrite }: Props) => {
  const { related: t } = texts(setting.language);
  const original = story[0]?.id;
  const others = story.filter((clip) => clip.id !== id);
  const here = { page: id, setting };
  return (
    <div class="belonging">
      <Section
        {...here}
        name="story"
        title={t.story}
        items={others.map((clip) =>
          itemOf(clip, setting, [], clip.id === original ? [t.original] : []),
        )}
        say={
          mayWrite
            ? (item) => ({
                clip: item.id,
                other: null,
                words: t.notThisStory,
                label: t.notThisStoryOf(item.title),
              })
            : null
        }
      />
      <Section
        {...here}
        name="related"
        title={t.inLibrary}
        items={related.map((clip) => itemOf(clip, setting, clip.reasons))}
        say={
          mayWrite
            ? (item) => ({
                clip: id,
                other: item.id,
                words: t.sameStory,
                label: t.sameStoryOf(item.title),
              })
            : null
        }
      />
    </div>
  );
};
