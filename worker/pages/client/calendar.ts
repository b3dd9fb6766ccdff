// The keys of the calendars of a page. In the grid of another month one arrives at the day to which one went.
import {
  focusDay,
  listenForCalendarKeys,
  settleCalendar,
} from '../../../shared/ui/calendar-keys.ts';

// No element has this id: a browser that finds the one that is meant takes the focus away again.
const ARRIVING = '#day-';

/** Makes each calendar of the page one place on the way of Tab, and goes from day to day and to other months by keys. */
export const moveInCalendars = (): void => {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-address]')) {
    settleCalendar(table, null);
    listenForCalendarKeys(table, (day) => {
      const address = table.dataset['address'] ?? '';
      const there = address.replace('{day}', day).replace('{month}', day.slice(0, 7));
      location.assign(`${there}${ARRIVING}${day}`);
    });
    if (location.hash.startsWith(ARRIVING)) focusDay(table, location.hash.slice(ARRIVING.length));
  }
};
