/** Words of what the pages show without a network. */
export const offline = {
  asAt: (time: string) => `Offline: as it was at ${time}`,
  asOn: (day: string, time: string) => `Offline: as it was on ${day} at ${time}`,
  title: 'Offline',
  lead: 'This page needs a network. These days are on this device:',
  nothing: 'Nothing is on this device yet. Open Dateline once with a network.',
};
