// What an article is about by the section that its site files it under.
import { MEDIA_TOPICS, type MediaTopicId } from '../schema/media-topic.ts';
import { fold, foldBare } from '../text/fold.ts';
import { SECTION_WORDS } from './section-words.ts';

/** Without its marks a shorter word is another one: 'bão' is a storm and 'báo' a newspaper. */
const LEAST_BARE = 5;

const JOINERS = /(^| )(?:and|und|et|y|e|i|og|och|en|và|va|ve|dan)(?= |$)/g;

// Words that say where, how new, or that it is news, beside one that names a topic: 'Sports News', 'Tin thể thao'.
const NO_TOPIC_WORDS = fold(
  `tin tức mới nóng nhanh bài báo chuyên mục trong nước ngoài quốc tế thế giới việt nam
     news latest breaking top all more local national international world global us usa uk european our headlines articles stories update updates
     nachrichten news aktuell aktuelles alle actualité actualités actu toute noticias últimas todas notizie ultime todos nieuws nyheter nyheder uutiset
     wiadomości aktuality zprávy новости haberleri haberler berita`,
);
// 'the' is an article, 'thế' or the first half of 'thể thao' without their marks.
const NO_TOPIC = new Set(`${NO_TOPIC_WORDS} ${foldBare(NO_TOPIC_WORDS)}`.split(' ')).difference(
  new Set(['the']),
);

const withoutJoiners = (folded: string): string => folded.replace(JOINERS, '').trim();

// A letter of no news site's language: it stays between names where signs are folded away.
const BETWEEN = 'ǁ';

// All names at once: to fold thousands one by one takes ten times as long.
const namesOf = (topic: MediaTopicId, form: (value: string) => string): readonly string[] =>
  withoutJoiners(form(SECTION_WORDS[topic].replaceAll(',', ` ${BETWEEN} `)))
    .split(BETWEEN)
    .map((name) => name.trim());

let topics: ReadonlyMap<string, MediaTopicId> | null = null;

const readTopics = (): ReadonlyMap<string, MediaTopicId> => {
  const known = new Map<string, MediaTopicId>();
  for (const topic of MEDIA_TOPICS) for (const name of namesOf(topic, fold)) known.set(name, topic);
  for (const topic of MEDIA_TOPICS)
    for (const name of namesOf(topic, foldBare))
      if (name.length >= LEAST_BARE && !known.has(name)) known.set(name, topic);
  return known;
};

const topicOfWords = (words: string): MediaTopicId | null => {
  topics ??= readTopics();
  return topics.get(words) ?? null;
};

const withoutNoTopic = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !NO_TOPIC.has(word))
    .join(' ');

const topicOfName = (name: string): MediaTopicId | null => {
  for (const words of [withoutJoiners(fold(name)), withoutJoiners(foldBare(name))]) {
    const found = topicOfWords(words) ?? topicOfWords(withoutNoTopic(words));
    if (found) return found;
  }
  return null;
};

// 'Văn hóa - Xã hội' is filed under the first of its parts that names a topic.
const topicOfPart = (part: string): MediaTopicId | null => {
  const whole = topicOfName(part);
  if (whole) return whole;
  const parts = part.split(/[&,/|·•–—>:;()]|\s-\s|\s(?:and|và|und|et|y|e)\s/iu);
  if (parts.length < 2) return null;
  for (const each of parts) {
    const found = topicOfName(each);
    if (found) return found;
  }
  return null;
};

/** The topic that a section path names, outermost part first; the deepest part that names one counts. */
export const topicOfSection = (section: readonly string[]): MediaTopicId | null => {
  for (const part of section.toReversed()) {
    const topic = topicOfPart(part);
    if (topic) return topic;
  }
  return null;
};
