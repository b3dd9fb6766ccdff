const { format: n } = new Intl.NumberFormat('en');

const andMore = (name: string, more: number): string => {
  if (more === 0) return name;
  return more === 1 ? `${name} and one other` : `${name} and ${more} others`;
};

/** Words of the pages of a day, a week and a month. */
export const days = {
  spans: 'Day, week or month',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  axes: 'Published or kept',
  published: {
    day: 'Published this day',
    week: 'Published this week',
    month: 'Published this month',
  },
  kept: { day: 'Kept this day', week: 'Kept this week', month: 'Kept this month' },

  previous: { week: 'Previous week', month: 'Previous month', year: 'Previous year' },
  next: { week: 'Next week', month: 'Next month', year: 'Next year' },
  weekName: (number: number, year: number) => `Week ${number}, ${year}`,
  /** From the first day to the last. */
  range: (first: string, last: string) => `${first} – ${last}`,
  daysWithClips: (count: number): string => (count === 1 ? 'day with clips' : 'days with clips'),
  most: 'most on',
  moreStories: (count: number): string =>
    count === 1 ? 'One more story of this day' : `${n(count)} more stories of this day`,
  nothing: 'Nothing',
  pager: {
    label: 'Pages of this day',
    here: (page: number, pages: number) => `Page ${page} of ${pages}`,
    /** On a page behind the last. */
    ended: (pages: number): string =>
      pages === 1 ? 'This day has one page alone.' : `This day has ${pages} pages alone.`,
    last: 'To the last page',
    previous: 'Previous page',
    next: 'Next page',
  },

  /** What is told of when a clip of a day was published, where that is not a time of this day. */
  noTime: 'no time given',
  noDate: 'no date on the page',
  noDateKeptDay: 'no date on the page, so it stands on the day it was kept',
  aheadKeptDay: (day: string) =>
    `dated ${day}, which lay ahead, so it stands on the day it was kept`,

  /** What the reader did with a clip. */
  done: 'done',
  starred: 'starred',
  highlights: (count: number): string => (count === 1 ? '1 highlight' : `${count} highlights`),
  notes: 'with notes',
  /** Who keeps a clip that the reader does not, and who beside the reader: one by name, and how many more. */
  keptBy: (name: string, more: number): string => `kept by ${andMore(name, more)}`,
  alsoKept: (name: string, more: number): string =>
    more === 0 ? `${name} keeps it too` : `${andMore(name, more)} keep it too`,
  /** Before a story that came since the visit before. */
  isNew: 'New',
  fresh: (count: number): string =>
    count === 1
      ? 'One story is new since your last visit.'
      : `${n(count)} stories are new since your last visit.`,
  freshClips: (count: number): string =>
    count === 1
      ? 'One clip of this day is new since your last visit.'
      : `${n(count)} clips of this day are new since your last visit.`,
  markSeen: 'Mark as seen',
  order: 'Change the order',
  moveUp: (category: string) => `Move up: ${category}`,
  largestFirst: 'The largest first again',

  empty: {
    published: {
      week: 'Nothing was kept from this week',
      month: 'Nothing was kept from this month',
    },
    kept: {
      day: 'Nothing was kept on this day',
      week: 'Nothing was kept in this week',
      month: 'Nothing was kept in this month',
    },
  },
  /** Of the days of a collection. */
  ofCollection: {
    way: 'The whole library',
    library: {
      day: 'This day in the library',
      week: 'This week in the library',
      month: 'This month in the library',
    },
    earlier: { day: 'Earlier day', week: 'Earlier week', month: 'Earlier month' },
    later: { day: 'Later day', week: 'Later week', month: 'Later month' },
    empty: {
      day: 'Nothing in this collection is from this day',
      week: 'Nothing in this collection is from this week',
      month: 'Nothing in this collection is from this month',
    },
    noDays: 'Nothing in this collection has been read yet, so that it has no days.',
    /** On the collection's own page, before its newest day. */
    byDay: 'By day, the newest',
  },
  future: { week: 'This week has not come yet', month: 'This month has not come yet' },
  nearestWeeks: 'The nearest weeks that have something:',
  nearestMonths: 'The nearest months that have something:',

  noSuchWeek: {
    title: 'There is no such week',
    text: 'Weeks are written like 2026-W09, and this one is in no calendar.',
  },
  noSuchMonth: {
    title: 'There is no such month',
    text: 'Months are written like 2026-02, and this one is in no calendar.',
  },
};
