/** Words of the page that keeps all tabs of a window. */
export const tabs = {
  title: 'Keep all tabs',
  heading: (count: number) =>
    count === 1
      ? 'Keep the other tab of this window'
      : `Keep the ${count} other tabs of this window`,
  why: 'Each is read and summarised as if you had opened Dateline there; one without an article is kept as a link. Your browser asks first whether Dateline may read these pages. It gives that right back as soon as it is done.',
  none: 'This window has no other tabs.',
  start: (count: number) => (count === 1 ? 'Keep it' : `Keep all ${count}`),
  stop: 'Stop',
  refused: 'Without that right no other tab can be read. Nothing was kept.',
  progress: (done: number, all: number) => `${done} of ${all} tabs`,
  done: (kept: number, all: number) => `${kept} of ${all} tabs are kept.`,
  stopped: (kept: number, all: number) => `Stopped: ${kept} of ${all} tabs are kept.`,
  givenBack: 'The right to read all pages has been given back.',
  outcomes: {
    waiting: 'in line',
    reading: 'reading…',
    kept: 'kept',
    link: 'kept as a link',
    already: 'kept before',
    unreadable: 'no page that can be kept',
    failed: 'could not be kept: open it, and try again there',
  },
};
