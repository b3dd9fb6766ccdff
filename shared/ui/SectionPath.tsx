import { Sections } from './Sections.tsx';

interface SectionPathProps {
  /** The site's own words, outermost first. */
  section: readonly string[];
  /** The language of these words, where it is known. */
  lang: string | null;
  /** What the article is about, in words; null where nothing is to be said of it. */
  topic: string | null;
}

/** Where its site files an article, and what it is about. */
export const SectionPath = ({ section, lang, topic }: SectionPathProps) =>
  (section.length > 0 || topic !== null) && (
    <p class="path">
      {section.length > 0 && (
        <span lang={lang ?? undefined} dir="auto">
          <Sections names={section} />
        </span>
      )}
      {topic !== null && <span class="topic">{topic}</span>}
    </p>
  );
