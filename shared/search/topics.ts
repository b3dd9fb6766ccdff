// Topics as people name them.
import { texts } from '../locales/index.ts';
import { MEDIA_TOPICS, type MediaTopicId } from '../schema/media-topic.ts';
import { bareWords } from './words.ts';

/** Whether a name has words in a row, which are given without marks and parted by single spaces. */
export const isNamed = (name: string, wanted: string): boolean =>
  ` ${bareWords(name).join(' ')} `.includes(` ${wanted} `);

/** The topics that are called so, or partly so, in English or Vietnamese, or by their id. */
export const topicsMeant = (value: string): readonly MediaTopicId[] => {
  const wanted = bareWords(value).join(' ');
  return MEDIA_TOPICS.filter(
    (id) =>
      id === wanted ||
      (['en', 'vi'] as const).some((language) =>
        isNamed(texts(language).pages.categories[id], wanted),
      ),
  );
};
