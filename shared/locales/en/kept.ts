/** Words for what was kept: in which digest it stands, when that was done, and why that day. */
export const kept = {
  inDigest: (day: string) => `Kept in the digest of ${day}`,
  byYou: (moment: string) => `You kept it on ${moment}.`,
  byYouOn: (day: string) => `You kept it on ${day}.`,
  /** `day`: when the first of them did. */
  byOthers: (day: string, count: number) =>
    count === 1
      ? `Another member kept it on ${day}.`
      : `${count} other members keep it, the first since ${day}.`,
  /** Puts what the page says now in place of what the library has. */
  update: 'Update',
  link: {
    kept: (title: string) => `Link kept: ${title}`,
    known: (title: string) => `This link was kept before: ${title}`,
    failed: (title: string) => `Link not kept, the browser could not write it to disk: ${title}`,
  },
  otherDay: {
    'no-date': 'Without a date it stands on the day it was kept.',
    future: 'Its date had not come yet, so it stands on the day it was kept.',
    zone: 'That is its day in your library’s time zone.',
    library: 'Your library has it under another day than the date above.',
  },
};
