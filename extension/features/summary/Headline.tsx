// Section path, headline, and one line of facts.
import type { ComponentChildren } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { countBodyWords, readingMinutes } from '../../../shared/text/reading.ts';
import { SectionPath } from '../../../shared/ui/SectionPath.tsx';
import { TakenFrom } from '../../../shared/ui/TakenFrom.tsx';
import type { ShownCategory } from '../../lib/category.ts';
import { dateInFull } from './dates.ts';
import { Hint } from './Hint.tsx';

interface HeadlineProps {
  article: Article;
  texts: Texts;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** Whether the reader has taken a date away that the page told. */
  isDateTaken?: boolean;
  /** What it is about, where that is to be told. */
  category?: ShownCategory | null;
  /** What can be done, under the facts. */
  children?: ComponentChildren;
}

const Published = ({ article, isDateTaken, texts, language, zone }: HeadlineProps) => {
  const date = article.published;
  if (!date) return <span>{isDateTaken ? texts.correct.noDate : texts.article.noDate}</span>;
  const assumed = date.precision === 'instant' && date.zoneAssumed;
  const evidence = texts.article.evidence[date.evidence];
  return (
    <Hint hint={assumed ? `${evidence}; ${texts.article.zoneAssumed}` : evidence}>
      <time dateTime={date.value}>{dateInFull(date, language, zone)}</time>
    </Hint>
  );
};

/** Site, date, reading time, source and byline, as one line where there is room. */
export const Facts = (props: HeadlineProps) => {
  const { article, texts, language } = props;
  return (
    <p class="facts" lang={language} dir="ltr">
      {article.site && <b dir="auto">{article.site}</b>}
      <Published {...props} />
      {article.blocks.length > 0 && (
        <span>
          {texts.article.minutes(readingMinutes(countBodyWords(article.blocks), article.language))}
        </span>
      )}
      {article.attribution && (
        <TakenFrom
          words={texts.article.takenFrom(article.attribution)}
          url={article.attributionUrl}
        />
      )}
      {article.authors.length > 0 && (
        <span dir="auto">{texts.panel.by(article.authors.join(', '))}</span>
      )}
    </p>
  );
};

const inWords = ({ category, from }: ShownCategory, { category: t, pages }: Texts): string => {
  const none = from === null ? t.unsure : t.none;
  const topic = t.topic(category ? pages.categories[category] : none);
  return from === null ? topic : `${topic}, ${t.from[from]}`;
};

export const Headline = (props: HeadlineProps) => {
  const { article, category, texts, children } = props;
  const lang = article.language ?? undefined;
  return (
    <header class="headline">
      <SectionPath
        section={article.section}
        lang={article.language}
        topic={category ? inWords(category, texts) : null}
      />
      <h1 lang={lang} dir="auto">
        {article.title}
      </h1>
      <Facts {...props} />
      {children && <div class="acts">{children}</div>}
    </header>
  );
};
