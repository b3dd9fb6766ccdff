// The choice of what an article is about.
import type { Category } from '../../../shared/category/index.ts';
import type { Texts } from '../../../shared/locales/index.ts';
import { MEDIA_TOPICS } from '../../../shared/schema/media-topic.ts';

interface TopicProps {
  /** What section or text tell; null for unsure. */
  told: Category | null;
  /** What is chosen already. */
  written: string;
  texts: Texts;
}

export const Topic = ({ told, written, texts: { category, correct, pages } }: TopicProps) => {
  const name = told ? pages.categories[told.category] : category.unsure;
  const topics = MEDIA_TOPICS.map((topic) => [topic, pages.categories[topic]] as const);
  const options = [
    ['auto', correct.automatic(name)] as const,
    ...topics.toSorted(([, one], [, other]) => one.localeCompare(other)),
    ['', correct.noTopic] as const,
  ];
  return (
    <div class="field">
      <label for="correct-category">{correct.fields.category}</label>
      <select id="correct-category" name="category" aria-describedby="correct-category-hint">
        {options.map(([value, label]) => (
          <option key={value} value={value} selected={value === written}>
            {label}
          </option>
        ))}
      </select>
      <p id="correct-category-hint">{correct.hints.category}</p>
    </div>
  );
};
