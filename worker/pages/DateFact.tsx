// When a clip of a day was published: its time, or why it stands on this day all the same (docs/days.md).
import { publishedDay, publishedTime } from '../../shared/digest/days.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { SpanSetting } from './Span.tsx';
import { plainDay } from './dates.ts';

export const DateFact = ({
  clip: { published, day, keptDay },
  setting: { axis, zone, language, moving },
}: {
  clip: ClipCard;
  setting: SpanSetting;
}) => {
  const t = daysTexts(language);
  const told = published && publishedDay(published, zone);
  if (!published || !told) return <span>{axis === 'kept' ? t.noDate : t.noDateKeptDay}</span>;
  const time = publishedTime(published, zone) ?? t.noTime;
  const isElsewhere = told !== day;
  // While days move to another zone it may just not have come to its own.
  if (isElsewhere && !moving && day === keptDay)
    return <span>{t.aheadKeptDay(plainDay(told, language))}</span>;
  return isElsewhere || axis === 'kept' ? (
    <span>
      {plainDay(told, language)}, {time}
    </span>
  ) : (
    <span>{time}</span>
  );
};
