// The keys of a calendar, by the grid pattern of the ARIA Authoring Practices: one day is on the way of Tab, from which
// the others are gone to. It only adds to what works as plain links without it.
import { addDays, addMonths } from '../digest/days.ts';
import { mondayOf } from '../digest/weeks.ts';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** The day to which a key leads from a day; null where it leads to none. */
export const dayByKey = (day: string, pressed: Key): string | null => {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (altKey || metaKey || (shiftKey && !key.startsWith('Page'))) return null;
  if (ctrlKey) {
    if (key === 'Home') return `${day.slice(0, 7)}-01`;
    return key === 'End' ? lastOfMonth(day) : null;
  }
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
};

const lastOfMonth = (day: string): string => {
  const next = addMonths(`${day.slice(0, 7)}-01`, 1);
  return (next && addDays(next, -1)) ?? `${day.slice(0, 7)}-31`;
};

const daysOf = (table: HTMLTableElement) =>
  Array.from(table.querySelectorAll<HTMLElement>('td[data-day]'), (cell) => ({
    day: cell.dataset['day'] ?? '',
    // A day that leads nowhere is a place all the same.
    target: cell.querySelector<HTMLElement>('a') ?? cell,
  }));

/**
 * Leaves one day of a calendar on the way of Tab: `day` where it has it, else the day that is open, else the first that
 * leads somewhere. Once more after each time that the calendar was drawn anew; answers whether it has `day`.
 */
export const settleCalendar = (table: HTMLTableElement, day: string | null): boolean => {
  table.setAttribute('role', 'grid');
  const days = daysOf(table);
  const wished = days.find((each) => each.day === day);
  const chosen =
    wished ??
    days.find(({ target }) => target.hasAttribute('aria-current')) ??
    days.find(({ target }) => target.tagName === 'A') ??
    days[0];
  for (const { target } of days) target.tabIndex = target === chosen?.target ? 0 : -1;
  for (const cell of table.querySelectorAll('td:has(> a)')) cell.removeAttribute('tabindex');
  return wished !== undefined;
};

/** Puts the focus on a day of a calendar, where it has it. */
export const focusDay = (table: HTMLTableElement, day: string): void => {
  if (settleCalendar(table, day))
    daysOf(table)
      .find((each) => each.day === day)
      ?.target.focus();
};

/**
 * Listens for the keys of a calendar until `signal` aborts. `leave` goes to a day of another month, to which
 * PageUp and PageDown lead; at the ends of the month the arrows stop.
 */
export const listenForCalendarKeys = (
  table: HTMLTableElement,
  leave: (day: string) => void,
  signal?: AbortSignal,
): void => {
  table.addEventListener(
    'keydown',
    (event) => {
      const cell = event.target instanceof Element ? event.target.closest('td') : null;
      const from = cell?.dataset['day'];
      const to = from === undefined ? null : dayByKey(from, event);
      if (from === undefined || to === null) return;
      event.preventDefault();
      if (to.slice(0, 7) === from.slice(0, 7)) focusDay(table, to);
      else if (event.key.startsWith('Page')) leave(to);
    },
    signal && { signal },
  );
};
