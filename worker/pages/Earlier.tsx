// What earlier days have that is related to a story of the day.
import { texts } from '../../shared/locales/index.ts';
import type { RelatedClip } from '../../shared/schema/related.ts';
import { RelatedList } from '../../shared/ui/RelatedList.tsx';
import { itemOf } from './Belonging.tsx';
import type { Setting } from './Clip.tsx';

interface Props {
  related: readonly RelatedClip[];
  /** What the list belongs to: a prefix for ids. */
  story: string;
  setting: Setting;
}

export const Earlier = ({ related, story, setting }: Props) => {
  if (related.length === 0) return null;
  const all = texts(setting.language);
  return (
    <section class="earlier" aria-labelledby={`earlier-${story}`}>
      <h4 id={`earlier-${story}`}>{all.related.earlier}</h4>
      <RelatedList texts={all} items={related.map((clip) => itemOf(clip, setting, clip.reasons))} />
    </section>
  );
};
