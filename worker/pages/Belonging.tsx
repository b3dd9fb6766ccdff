// What belongs with a clip: the others of its story, and what is related to it.
import { texts } from '../../shared/locales/index.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { RelatedClip } from '../../shared/schema/related.ts';
import { type RelatedItem, RelatedList } from '../../shared/ui/RelatedList.tsx';
import { type Setting, siteOf } from './Clip.tsx';
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

const itemOf = (
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

/** Says of a clip that it is of the story of `other`, or of none but its own, and comes back to `page`. */
const SayStory = ({
  setting,
  clip,
  other,
  page,
  label,
  words,
}: {
  setting: Setting;
  clip: string;
  other: string | null;
  page: string;
  label: string;
  words: string;
}) => (
  <form method="post" action={`/w/${setting.workspace}/clip/${clip}/story`}>
    <input type="hidden" name="with" value={other ?? ''} />
    <input type="hidden" name="page" value={page} />
    <button class="quiet" aria-label={label}>
      {words}
    </button>
  </form>
);

const Story = ({ id, story, setting, mayWrite }: Omit<Props, 'related'>) => {
  const all = texts(setting.language);
  const t = all.related;
  const others = story.filter((clip) => clip.id !== id);
  if (others.length === 0) return null;
  const original = story[0]?.id;
  return (
    <section aria-labelledby="story">
      <h2 id="story">
        {t.story} <span>{others.length}</span>
      </h2>
      <RelatedList
        texts={all}
        items={others.map((clip) =>
          itemOf(clip, setting, [], clip.id === original ? [t.original] : []),
        )}
        {...(mayWrite && {
          besides: (item: RelatedItem) => (
            <SayStory
              {...{ setting }}
              clip={item.id}
              other={null}
              page={id}
              label={t.notThisStoryOf(item.title)}
              words={t.notThisStory}
            />
          ),
        })}
      />
    </section>
  );
};

const Related = ({ id, related, setting, mayWrite }: Omit<Props, 'story'>) => {
  const all = texts(setting.language);
  const t = all.related;
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">
        {t.inLibrary} <span>{related.length}</span>
      </h2>
      <RelatedList
        texts={all}
        items={related.map((clip) => itemOf(clip, setting, clip.reasons))}
        {...(mayWrite && {
          besides: (item: RelatedItem) => (
            <SayStory
              {...{ setting }}
              clip={id}
              other={item.id}
              page={id}
              label={t.sameStoryOf(item.title)}
              words={t.sameStory}
            />
          ),
        })}
      />
    </section>
  );
};

export const BelongingOf = (props: Props) => (
  <div class="belonging">
    <Story {...props} />
    <Related {...props} />
  </div>
);
