// The months of a list, with a way to each day.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Calendar } from '../../../shared/ui/Calendar.tsx';
import { countByDay } from '../../features/library/entries.ts';
import { dayInFull, monthInFull } from '../../lib/days.ts';
import type { Props } from './LibraryView.tsx';
import { addressOf } from './place.ts';

/** Months without clips are left out of the way: the neighbours are the next that have some. */
export const Months = ({ shown, place, today, texts, language }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = box.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // The way on ends at the last month; who went there by it stands on the day that it led to.
    if (hadFocus && !box.current?.contains(document.activeElement))
      box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  const { day } = place;
  const counts = countByDay(shown);
  const days = [...counts.keys()].toSorted().toReversed();
  const at = day ?? days[0] ?? today;
  const month = at.slice(0, 7);
  return (
    <div ref={box}>
      <Calendar
        day={at}
        isOpen={day !== null}
        counts={counts}
        earlier={days.find((each) => each.slice(0, 7) < month) ?? null}
        later={days.findLast((each) => each.slice(0, 7) > month) ?? null}
        texts={texts}
        fullDay={(each) => dayInFull(each, language)}
        month={(each) => monthInFull(each, language)}
        monthName={(each) => monthInFull(each, language)}
        addressOf={(each) => addressOf({ ...place, day: each })}
      />
    </div>
  );
};
