// What a person says that an article is about, and with it all that its site files under the same section.
import * as v from 'valibot';
import { MediaTopicId } from './media-topic.ts';

/** A topic; null for none of them; 'auto' leaves it to section and text again. */
export const ChosenCategory = v.nullable(v.union([MediaTopicId, v.literal('auto')]));
export type ChosenCategory = v.InferOutput<typeof ChosenCategory>;

/** A section of a site, by the names that `sectionPlace` gives them. */
export const SectionPlace = v.object({ site: v.string(), section: v.string() });
export type SectionPlace = v.InferOutput<typeof SectionPlace>;

/** What is to be told of a section of a site from then on. */
export const SectionCategory = v.object({ ...SectionPlace.entries, category: ChosenCategory });
export type SectionCategory = v.InferOutput<typeof SectionCategory>;
