// The months of a list, with a way to each day.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Calendar } from '../../../shared/ui/Calendar.tsx';
import {
  focusDay,
  listenForCalendarKeys,
  settleCalendar,
} from '../../../shared/ui/calendar-keys.ts';
import { countByDay } from '../../features/library/entries.ts';
import { dayInFull, monthInFull } from '../../lib/days.ts';
import type { Props } from './LibraryView.tsx';
import { addressOf } from './place.ts';

const monthOf = (day: string): string => day.slice(0, 7);

/** Months without clips are left out of the way: the neighbours are the next that have some. */
export const Months = ({ shown, place, today, texts, language }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const table = () => box.current?.querySelector('table') ?? null;
  const hadFocus = box.current?.contains(document.activeElement) ?? false;
  /** The day of another month to which one goes by keys: it has the focus once it is drawn. */
  const goesTo = useRef<string | null>(null);
  const { day } = place;
  const counts = countByDay(shown);
  const days = [...counts.keys()].toSorted().toReversed();
  const at = day ?? days[0] ?? today;
  const month = monthOf(at);
  const leave = (to: string) => {
    const there =
      to < at
        ? days.find((each) => monthOf(each) <= monthOf(to))
        : days.findLast((each) => monthOf(each) >= monthOf(to));
    if (there === undefined || monthOf(there) === month) return;
    goesTo.current = there;
    location.hash = addressOf({ ...place, day: there });
  };
  const leaveNow = useRef(leave);
  leaveNow.current = leave;
  useEffect(() => {
    const listening = new AbortController();
    const shownTable = table();
    if (shownTable)
      listenForCalendarKeys(shownTable, (to) => leaveNow.current(to), listening.signal);
    return () => listening.abort();
  }, []);
  useLayoutEffect(() => {
    const shownTable = table();
    if (!shownTable) return;
    if (goesTo.current !== null && monthOf(goesTo.current) === month) {
      focusDay(shownTable, goesTo.current);
      goesTo.current = null;
      return;
    }
    settleCalendar(shownTable, document.activeElement?.closest('td')?.dataset['day'] ?? null);
    // The way on ends at the last month; who went there by it stands on the day that it led to.
    if (hadFocus && !box.current?.contains(document.activeElement))
      box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  return (
    <div ref={box}>
      <Calendar
        day={at}
        isOpen={day !== null}
        counts={counts}
        earlier={days.find((each) => monthOf(each) < month) ?? null}
        later={days.findLast((each) => monthOf(each) > month) ?? null}
        texts={texts}
        fullDay={(each) => dayInFull(each, language)}
        month={(each) => monthInFull(each, language)}
        monthName={(each) => monthInFull(each, language)}
        addressOf={(each) => addressOf({ ...place, day: each })}
      />
    </div>
  );
};
