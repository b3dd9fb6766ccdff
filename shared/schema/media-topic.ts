// What an article is about, the same on all sites and in all languages: the top level of the IPTC Media Topics.
import * as v from 'valibot';

export const MEDIA_TOPICS = [
  '01000000',
  '02000000',
  '03000000',
  '04000000',
  '05000000',
  '06000000',
  '07000000',
  '08000000',
  '09000000',
  '10000000',
  '11000000',
  '12000000',
  '13000000',
  '14000000',
  '15000000',
  '16000000',
  '17000000',
] as const;

/** The code of a top-level Media Topic; what each is called stands in shared/locales. */
export const MediaTopicId = v.picklist(MEDIA_TOPICS);
export type MediaTopicId = v.InferOutput<typeof MediaTopicId>;
