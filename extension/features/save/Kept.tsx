// What the library has of the page: in which digest it stands, who kept it and when, and what more can be done.
import type { Texts } from '../../../shared/locales/index.ts';
import type { ArticleDate } from '../../../shared/schema/article.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { dayInFull, dayInShort, momentInFull } from '../../lib/days.ts';
import type { InLibrary } from './fate.ts';
import { whyOtherDay } from './other-day.ts';

interface KeptProps {
  fate: InLibrary;
  /** The date that is shown of the article; undefined where none is shown, of a link. */
  published: ArticleDate | null | undefined;
  /** The time zone by which the library's days go; null where it is not known. */
  libraryZone: string | null;
  /** The address of the page of the day that the clip stands on. */
  dayAddress: string | null;
  texts: Texts;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** Undefined where there is no text to put in place of the library's. */
  onUpdate: (() => void) | undefined;
}

const whoAndWhen = ({ fate, texts: { kept }, language, zone }: KeptProps): string => {
  const own = fate.kind === 'kept' ? fate.since : fate.own;
  if (own) return kept.byYouOn(dayInShort(own, language));
  if (fate.kind === 'kept') return kept.byYou(momentInFull(new Date(fate.at), language, zone));
  const [first] = fate.others;
  return first ? kept.byOthers(dayInShort(first, language), fate.others.length) : '';
};

const whyThatDay = ({ fate, published, libraryZone, zone, texts }: KeptProps): string | null => {
  if (published === undefined) return null;
  const at = fate.kind === 'kept' ? fate.at : Date.parse(fate.own ?? fate.others[0] ?? fate.day);
  const why = whyOtherDay(published, { day: fate.day, at }, zone, libraryZone);
  return why && texts.kept.otherDay[why];
};

export const Kept = (props: KeptProps) => {
  const { fate, dayAddress, texts, language, onUpdate } = props;
  const day = texts.kept.inDigest(dayInFull(fate.day, language));
  return (
    <p class="fate with-action">
      <span>
        {dayAddress ? (
          <a href={dayAddress} target="_blank" rel="noreferrer">
            {day}
          </a>
        ) : (
          <b>{day}</b>
        )}{' '}
        <small>
          {whyThatDay(props)} {whoAndWhen(props)}
        </small>
      </span>
      {onUpdate && (
        <button type="button" class="quiet" onClick={onUpdate}>
          {texts.kept.update}
        </button>
      )}
    </p>
  );
};
