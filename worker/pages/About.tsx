// Where a clip comes from and what became of it: its dates with what tells them, its address, who keeps and who corrected it.
import { clipTexts } from '../../shared/locales/clip.ts';
import { texts } from '../../shared/locales/index.ts';
import { dayIn, publishedDay, publishedTime } from '../../shared/digest/days.ts';
import type { ArticleDate } from '../../shared/schema/article.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import type { ClipHistory, CorrectedFields } from '../../shared/schema/history.ts';
import { MENDED } from '../domain/mending.ts';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { categoryName } from './groups.ts';
import { type People, personName } from './people.ts';

interface Props {
  clip: Clip;
  setting: Setting;
  history: ClipHistory;
  /** The account of who reads this. */
  account: string;
  people: People;
}

/** A date of an article in words; null where it falls outside the calendar. */
const dateInWords = (date: ArticleDate, { zone, language }: Setting): string | null => {
  const day = publishedDay(date.value, zone);
  if (day === null) return null;
  const time = publishedTime(date.value, zone);
  return time === null ? plainDay(day, language) : `${plainDay(day, language)}, ${time}`;
};

const Evidence = ({ date, setting }: { date: ArticleDate; setting: Setting }) => {
  const { article } = texts(setting.language);
  const { byHand } = clipTexts(setting.language);
  const isAssumed = date.precision === 'instant' && date.zoneAssumed;
  return (
    <>
      {dateInWords(date, setting) ?? date.value}{' '}
      <span class="note">
        {date.evidence === 'reader' ? byHand : article.evidence[date.evidence]}
        {isAssumed && `; ${article.zoneAssumed}`}
      </span>
    </>
  );
};

const Dates = ({ clip: { dates }, setting }: Pick<Props, 'clip' | 'setting'>) => {
  const t = clipTexts(setting.language);
  const { noDate } = texts(setting.language).article;
  return (
    <>
      <dt>{t.published}</dt>
      <dd>{dates.published ? <Evidence date={dates.published} setting={setting} /> : noDate}</dd>
      {dates.modified && (
        <>
          <dt>{t.modified}</dt>
          <dd>
            <Evidence date={dates.modified} setting={setting} />
          </dd>
        </>
      )}
    </>
  );
};

const inWordsOf = <T,>(
  field: { before: T; after: T } | undefined,
  words: (value: T) => string | null,
) => field && { before: words(field.before), after: words(field.after) };

/** The values before and after a change, as a person reads them. */
const changesOf = (
  { title, site, section, authors, published, standfirst, category }: CorrectedFields,
  setting: Setting,
) => {
  const inWords = (date: ArticleDate | null) => date && dateInWords(date, setting);
  const topic = (id: string | null) => categoryName(id, setting.language);
  return {
    title: title,
    standfirst: standfirst,
    authors: inWordsOf(authors, (names) => names.join(', ') || null),
    site: site,
    section: inWordsOf(section, (path) => path.join(' › ') || null),
    category: inWordsOf(category, topic),
    published: inWordsOf(published, inWords),
  };
};

const Corrected = ({
  fields,
  clip,
  setting,
}: Pick<Props, 'clip' | 'setting'> & { fields: CorrectedFields }) => {
  const t = clipTexts(setting.language);
  const all = changesOf(fields, setting);
  return (
    <dl class="changes">
      {MENDED.map((name) => {
        const change = all[name];
        if (!change) return null;
        const own = name === 'category' || name === 'published' ? {} : foreign(clip);
        return (
          <>
            <dt>{t.fields[name]}</dt>
            <dd>
              <span class="spoken">{t.before}: </span>
              <del {...own}>{change.before ?? t.nothing}</del>{' '}
              <span class="spoken">{t.after}: </span>
              <ins {...own}>{change.after ?? t.nothing}</ins>
            </dd>
          </>
        );
      })}
      {fields.text && (
        <>
          <dt>{t.fields.text}</dt>
          <dd>{t.otherText}</dd>
        </>
      )}
    </dl>
  );
};

const Moment = ({ at, setting: { zone, language } }: { at: string; setting: Setting }) => (
  <time datetime={at}>
    {plainDay(dayIn(new Date(at), zone), language)}, {publishedTime(at, zone)}
  </time>
);

export const About = ({ clip, setting, history, account, people }: Props) => {
  const t = clipTexts(setting.language);
  const corrections = history.corrections.map((correction) => ({
    ...correction,
    isKeep: false as const,
  }));
  const keeps = history.keeps.map((keep) => ({ ...keep, isKeep: true as const }));
  const events = [...corrections, ...keeps].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <details class="about">
      <summary>{t.about}</summary>
      <dl>
        {clip.filled && <Dates {...{ clip, setting }} />}
        <dt>{t.address}</dt>
        <dd dir="ltr">
          <a href={clip.url} rel="noreferrer">
            {clip.url}
          </a>
        </dd>
      </dl>
      <h2>{t.changes}</h2>
      <ol>
        {events.map((event) => {
          const isOwn = event.account === account;
          const name = personName(people, event.account, setting.language);
          const act = event.isKeep ? (event.isCopy ? 'copied' : 'kept') : 'corrected';
          return (
            <li>
              <p>
                {isOwn ? t.you[act] : t.others[act](name)}{' '}
                <span class="note">
                  <Moment at={event.at} setting={setting} />
                </span>
              </p>
              {!event.isKeep && <Corrected {...{ clip, setting }} fields={event.fields} />}
            </li>
          );
        })}
      </ol>
    </details>
  );
};
