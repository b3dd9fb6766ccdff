// A day as the headline of its page: where the line is too short for all of it, the date stays together.
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { fullDay } from './dates.ts';

export const DayTitle = ({ day, language }: { day: string; language: InterfaceLanguage }) => {
  const [weekday = '', ...date] = fullDay(day, language).split(', ');
  return (
    <h1>
      {weekday}, <span>{date.join(', ')}</span>
    </h1>
  );
};
