const { format: n } = new Intl.NumberFormat('en');

/** Words of the web pages and feeds. */
export const pages = {
  skip: 'Skip to the content',
  navigation: 'Main',
  byDay: 'By day',
  settings: 'Settings',
  home: 'Go to today',

  previousDay: 'Previous day',
  nextDay: 'Next day',
  feeds: 'Feeds',
  feedOf: (kind: string, format: string) => `${kind} (${format})`,
  moreClips: (count: number) => `and ${n(count)} more ${count === 1 ? 'clip' : 'clips'}`,
  number: (count: number): string => n(count),
  clips: (count: number): string => (count === 1 ? 'clip' : 'clips'),
  sources: (count: number): string => (count === 1 ? 'source' : 'sources'),
  readAll: 'all of it in',
  readSummaries: 'summaries in',
  minutes: (count: number): string => {
    const [hours, minutes] = [Math.floor(count / 60), count % 60];
    if (hours === 0) return `${count} min`;
    return minutes === 0 ? `${n(hours)} h` : `${n(hours)} h ${minutes} min`;
  },
  sections: 'Sections',
  noSection: 'Without a section',
  calendar: 'Calendar',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  dayWithClips: (day: string, count: number) =>
    `${day}, ${n(count)} ${count === 1 ? 'clip' : 'clips'}`,
  emptyDay: 'Nothing was kept from this day',
  futureDay: 'This day has not come yet',
  nearestDays: 'The nearest days that have something:',
  emptyLibrary:
    'Your library is still empty. Save an article with the Dateline extension, and it appears under the day on which it was published.',
  pairFirst: 'The extension asks to be paired when you save your first article.',
  trySample: 'Try it on a sample page',

  original: (site: string) => `Read it at ${site}`,
  summary: 'Summary',
  terms: 'Key terms',
  kept: (day: string) => `Kept on ${day}`,
  by: (authors: string) => `By ${authors}`,
  truncated: 'The end of this article was too long to keep. The original has all of it.',
  noBody: 'Only the address of this article was kept.',

  claimTitle: 'Make this Dateline yours',
  claimLead:
    'Whoever presses the button owns this installation. The link works once; from then on this browser is signed in.',
  claimName: 'Name of your workspace',
  claimDefaultName: 'News',
  claimLanguage: 'Language',
  claimZone: 'Time zone',
  claimZoneHint: 'It decides on which day a story belongs.',
  claimButton: 'Make it mine',
  claimUsedTitle: 'This link was used already, or never was one',
  claimUsed:
    'If you used it, open Dateline in the same browser. If nobody owns this installation yet, stop it and start it again: the terminal prints a fresh link.',

  workspace: 'Workspace',
  workspaceName: 'Name',
  languageName: 'English',
  feedKinds: {
    daily: { title: 'Day by day', description: 'Clips by the day on which they were published' },
    clips: { title: 'Clip by clip', description: 'Clips in the order in which they were kept' },
  },
  feedFormats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },

  unownedTitle: 'Nobody owns this Dateline yet',
  unowned:
    'Open the link that the terminal printed when it was started. If it is gone, stop Dateline and start it again.',

  problems: {
    'sign-in': {
      title: 'You are not signed in here',
      text: 'Sign in with a passkey or a recovery code, or open this address in a browser that is signed in. If the installation has no owner yet, use the link that the terminal printed.',
    },
    'not-found': {
      title: 'There is nothing here',
      text: 'The address is wrong, the page was deleted, or it is not yours to see.',
    },
    'no-such-day': {
      title: 'There is no such day',
      text: 'Days are written like 2026-02-28, and this one is in no calendar.',
    },
    'wrong-origin': {
      title: 'That did not come from this site',
      text: 'Nothing was changed. Go back, load the page again and repeat what you did.',
    },
    'role-too-low': {
      title: 'Your role does not allow this',
      text: 'Nothing was changed. Ask the owner of the workspace.',
    },
    'last-owner': {
      title: 'A workspace needs an owner',
      text: 'Nothing was changed. Make somebody else the owner first.',
    },
    'bad-request': {
      title: 'Something in the form was not understood',
      text: 'Nothing was changed. Go back and check what you have entered.',
    },
    'sign-in-again': {
      title: 'Sign in again first',
      text: 'For this it has to be you, just now, and not whoever finds this browser open. Nothing was changed; you come back to where you were, and what you entered is kept.',
    },
    'too-many-passkeys': {
      title: 'There is no room for another passkey',
      text: 'Your account has as many as there can be. Remove one that you do not need, then make another.',
    },
    'too-many': {
      title: 'That was tried too often',
      text: 'Nothing was changed. Wait some minutes, then try again.',
    },
    busy: {
      title: 'The database is busy',
      text: 'Perhaps it was done and only the answer was lost. Try again in a moment; nothing is done twice.',
    },
    'library-moving': {
      title: 'This library is moving',
      text: 'It can be read, and not changed for a moment. Nothing was changed. Wait a minute, then send it again.',
    },
    internal: {
      title: 'Something failed on our side',
      text: 'Perhaps it was done and only the answer was lost. Try again, nothing is done twice; if it happens once more, the server’s log says why.',
    },
  },

  sentKept: 'What you sent is kept on this page.',
  sendAgain: 'Send it again',

  categories: {
    '01000000': 'Arts, culture and media',
    '02000000': 'Crime, law and justice',
    '03000000': 'Disasters and accidents',
    '04000000': 'Economy and business',
    '05000000': 'Education',
    '06000000': 'Environment',
    '07000000': 'Health',
    '08000000': 'Human interest',
    '09000000': 'Labour',
    '10000000': 'Lifestyle and leisure',
    '11000000': 'Politics',
    '12000000': 'Religion',
    '13000000': 'Science and technology',
    '14000000': 'Society',
    '15000000': 'Sport',
    '16000000': 'Conflict and war',
    '17000000': 'Weather',
  },
};
