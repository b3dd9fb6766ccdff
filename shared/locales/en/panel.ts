/** Words of the extension: panel, options and messages. */
export const panel = {
  day: 'Day',
  settings: 'Settings',
  by: (authors: string) => `By ${authors}`,
  reading: 'Reading the page…',
  refusedTitle: 'This page cannot be read',
  refused: {
    browser: 'It is one of the browser’s own pages, and no extension may read those.',
    own: 'It is a page of Dateline itself.',
    error: 'It did not load, or the browser lets no extension read it.',
    store: 'Browsers let no extension read their extension store.',
    pdf: 'It is a PDF. Dateline reads web pages.',
    file: 'It is a file on this computer. Dateline reads pages that have a web address.',
    source: 'It shows the source of a page. Open the page itself.',
    other: 'It has no web address that one could come back to.',
  },
  noAccessTitle: 'This tab has not been read',
  noAccess: 'Dateline sees a tab only when you ask it to.',
  noAccessKey: 'To read it, press',
  noAccessOr: 'or the Dateline button in the toolbar.',
  noAccessNoKey: 'To read it, press the Dateline button in the toolbar.',
  stillShown: (title: string) => `What is shown below was read before: “${title}”.`,
  noArticleTitle: 'No article on this page',
  noArticle:
    'There is no text here that reads like one, as on a front page or among search results. Open an article and read it with Dateline.',
  linkInstead: 'You can keep the link all the same: it stands in your library by its title.',
  readAnyway: 'It is an article: read it',
  keepLink: 'Keep the link',
  brokenTitle: 'Dateline could not read this page',
  broken: 'Nothing was kept and nothing was sent. Reload the page and read it once more.',
  summary: 'Summary',
  noSummary: 'Opening words',
  noSummaryHere: 'No sentence here sums it up. This is how it begins.',
  noText: 'There is nothing to sum up: the article has no text that could be read.',
  seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  insteadOf: (short: string, long: string, share: string) =>
    `${short} instead of ${long}, ${share} of the text`,
  showInPage: 'Show in the page',
  shownInPage: 'Marked in the page. Escape takes the mark away.',
  copyText: 'Copy',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied.',
  copyFailed:
    'Not copied: the browser did not allow it. Select the sentences and copy them by key.',
  readHere: 'Read here',
  ownText: 'The text as it was read',
  instead: {
    'not-found': 'This sentence was not found in the page as it is now. Here it is as it was read.',
    apart: 'It stands in a part of the page that cannot be marked. Here it is as it was read.',
    'cannot-mark': 'This browser cannot mark text in a page. Here is the sentence as it was read.',
    'no-access': 'Dateline may not look at this page now. Here is the sentence as it was read.',
  },
  close: 'Close',
  terms: 'Key terms',
  truncated: 'The page is very long: its end is left out.',
  related: 'More in this section',
  onThisPage: 'on this page',
  keep: 'Keep this article',
  saving: 'Saving…',
  saveFailed:
    'Not saved: the browser could not write it to disk. Free some space, then keep it again.',
  saved: 'Saved',
  savedWaiting: 'It goes to your library as soon as it can be reached.',
  savedUnpaired: 'It is on this computer until you connect a library.',
  keepAgain: 'Keep again',
  parked: {
    title: 'Your library did not take this article',
    gone: 'It was deleted there. It is still saved here.',
    'in-trash': 'It lies in the trash there, and can be put back. It is still saved here.',
    'role-too-low': 'You may read in this workspace, but not keep.',
    'insufficient-scope': 'Dateline may do less than this there. Connect again, and allow more.',
    'not-found':
      'You no longer belong to this library, or it is gone. The article is kept here: keep it into another library, export it, or discard it.',
    'too-large': 'It is larger than the library takes.',
    'other-bytes': 'It was kept before with another content.',
    'not-grounded': 'Its summary did not match its text.',
    'newer-client': 'It is older than this extension. Try again once it has been updated.',
    'older-client':
      'The library is newer than this extension. Update the extension: nothing is lost, and this is sent then.',
    other: (code: string) => `It answered: ${code}.`,
  },
  privateWindow:
    'This is a private window: the key only reads. What you keep by the button stays on this computer and goes to your library.',
  offline: 'You are offline. What you keep is saved on this computer, and sent later.',
  notPaired: 'No library is connected. What you keep is saved on this computer.',
  onThisComputer: (count: number) => {
    if (count === 0) return 'What you keep stays on this computer.';
    return count === 1 ? '1 article on this computer' : `${count} articles on this computer`;
  },
  connect: 'Connect a library',
  paused: 'Your library wants to be connected again. Nothing is lost.',
  connectAgain: 'Connect again',
  waiting: (count: number) =>
    count === 1 ? '1 article is waiting to be sent' : `${count} articles are waiting to be sent`,
  sendNow: 'Send now',
  unbound: (count: number, workspace: string) =>
    count === 1
      ? `1 article was kept before you connected. Send it to ${workspace}?`
      : `${count} articles were kept before you connected. Send them to ${workspace}?`,
  sendThem: 'Send',
  elsewhere: (count: number) =>
    count === 1
      ? '1 article waits for another library'
      : `${count} articles wait for another library`,
  parkedCount: (count: number) =>
    count === 1 ? '1 article was not taken' : `${count} articles were not taken`,
  show: 'Show',
  optionsTitle: 'Dateline settings',
  library: 'Library',
  libraryIntro:
    'Your library is a Dateline server, on this computer or elsewhere. What you keep goes there.',
  server: 'Server address',
  serverHint: 'An https address, or localhost for a server on this computer.',
  badServer: 'This is no address that Dateline may send to. It needs https, or localhost.',
  connectAction: 'Connect',
  connecting: 'Reaching the server…',
  codeTitle: 'Approve this code',
  codeIntro:
    'A page of your library has opened. Check that it shows the same code, and approve it.',
  openApproval: 'Open the page again',
  cancel: 'Cancel',
  pairingFailed: {
    unreachable: 'No answer from this address. Is the server running, and is the address right?',
    refused: 'The server answered, but not like a Dateline server. Check the address.',
    denied: 'The connection was refused in your library.',
    expired: 'The code has expired. Connect again for a new one.',
    'no-workspace': 'You have no workspace there yet.',
    'bad-token': 'The server does not take this token. Copy it once more, or make a new one.',
  },
  connectedTo: (workspace: string) => `Connected to ${workspace}`,
  workspace: 'Keep into',
  roles: { owner: 'Owner', editor: 'Editor', viewer: 'Viewer' },
  onlyReads: (workspace: string) => `${workspace} (you only read there)`,
  mayOnly: {
    'clip:read': 'Dateline may only read there. What you keep for it waits on this computer.',
    'clip:write':
      'Dateline may only keep there. What the library has is not shown here, and corrections, tags and highlights wait on this computer.',
  },
  change: 'Change',
  useLibrary: 'Use this library',
  connectAnother: 'Connect another library',
  pasteToken: 'Paste a token',
  token: 'Token',
  tokenHint:
    'In place of a code: one that you made by hand on the page of your account, on that server.',
  notRevoked: (server: string) =>
    `Disconnected. ${server} could not be told: revoke the token there, on the page of your account.`,
  disconnect: 'Disconnect',
  disconnectWaiting: (count: number) =>
    count === 1
      ? '1 article waits to be sent. It stays here, and goes on when you connect to this library again.'
      : `${count} articles wait to be sent. They stay here, and go on when you connect to this library again.`,
  disconnectReally: 'Disconnect now',
  language: 'Language',
  languages: { auto: 'As the browser', en: 'English', vi: 'Tiếng Việt' },
  outbox: 'Not sent yet',
  savedAt: (moment: string) => `Saved on ${moment}.`,
  waitsBecause: {
    'no-library': 'It waits until you connect a library.',
    'not-chosen': 'It was kept before you connected, and waits until you say where it goes.',
    'pair-again': 'Your library wants to be connected again.',
    'not-allowed': 'Dateline may do less than this there. Connect again, and allow more.',
    turn: 'It waits for its turn.',
    unreachable: 'No answer from your library: there is no network, or it is not running.',
    busy: 'Your library is busy.',
    moving:
      'Your library is moving, and takes nothing for a moment. This is kept here, and goes there by itself afterwards.',
    foreign: 'Something else answered in place of your library.',
    blocked:
      'Your library answers, but this article does not get through. Something on the way may find it too large.',
  },
  waitsElsewhere: (server: string) =>
    `It waits for the library that it was kept for, at ${server}.`,
  nextTry: (moment: string) => `Next try: ${moment}.`,
  tryNow: 'Try now',
  trying: 'Trying…',
  exportAction: 'Export as a file',
  exported: (count: number) =>
    count === 1
      ? '1 article is in the file. It stays here too.'
      : `${count} articles are in the file. They stay here too.`,
  allSent: 'Everything has been sent.',
  retry: 'Try again',
  keepInto: (workspace: string) => `Keep into ${workspace}`,
  discard: 'Discard',
  discardReally: (title: string) =>
    `Discard “${title}”? It is not in your library, and this cannot be undone.`,
  discardYes: 'Discard for good',
  discardNot: 'Leave it here',
  discarded: (title: string) => `Discarded: “${title}”.`,
};
