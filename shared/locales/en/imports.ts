/** Words of the import, the library's list and the export. */
const { format: n } = new Intl.NumberFormat('en');

const addresses = (count: number): string => `${n(count)} ${count === 1 ? 'address' : 'addresses'}`;

export const imports = {
  title: 'Import',
  lead: 'Bookmarks of a browser, an export of Pocket or a list of addresses: what they hold comes into your library with its titles, dates, tags and folders.',
  next: 'Only the address comes. Open one and keep it with Dateline: it is filled in then.',
  noScript: 'This page reads the file on your device, by a script that your browser does not run.',

  drop: 'Drop a file anywhere on this page',
  choose: 'Choose files',
  hint: 'Every browser exports its bookmarks as an HTML file. Pocket’s export is a zip: unpack it and drop all its tables at once.',
  paste: 'Or paste addresses, one a line',
  readPasted: 'Check the list',
  pasted: 'Pasted addresses',
  several: (name: string, others: number) => `${name} and ${n(others)} more`,

  reading: (name: string) => `Reading ${name}`,
  readSoFar: (count: number) => `${addresses(count)} so far`,
  cancel: 'Cancel',
  refusedTitle: 'Nothing to import',
  refusals: {
    empty: (name: string) => `${name} is empty.`,
    packed: (name: string) =>
      `${name} is packed. Unpack it first, and drop the files that are in it.`,
    picture: (name: string) => `${name} is a picture.`,
    binary: (name: string) => `${name} is no text that could hold addresses.`,
    json: (name: string) =>
      `${name} is JSON, which Dateline does not read. Most tools can also export HTML bookmarks: choose that.`,
    table: (name: string) =>
      `${name} is a table, but not one of Pocket’s. Most tools can also export HTML bookmarks: choose that.`,
    'web-page': (name: string) => `${name} is a web page, not an export of bookmarks.`,
    'no-addresses': (name: string) => `${name} holds no address.`,
    'too-large': (name: string) => `${name} is larger than 200 MB.`,
    unreadable: (name: string) =>
      `${name} could not be read. Perhaps it was moved or is open elsewhere.`,
  },

  asking: 'Looking up what your library has',
  of: (done: number, all: number) => `${n(done)} of ${n(all)}`,
  formats: {
    netscape: 'bookmarks',
    pocket: 'export of Pocket',
    addresses: 'list of addresses',
  },
  counts: 'What it holds',
  found: 'Found',
  fresh: 'New',
  known: 'In your library already',
  twice: 'More than once in the file',
  unusable: 'Not usable',
  tagged: 'With tags',
  folders: 'Folders',
  oldest: 'Oldest',
  newest: 'Newest',
  number: (count: number): string => n(count),
  whichUnusable: 'What is not usable, and why',
  reasons: {
    'no-address': 'no address',
    scheme: 'not an address of the Web',
    'too-long': 'longer than an address may be',
    'open-quote': 'a quotation mark is never closed: nothing after it was read',
  },
  furtherUnusable: (count: number) => `and ${n(count)} more`,
  start: (count: number) => `Import ${addresses(count)}`,
  onlyTags: 'All of it is in your library already. What you can still bring in is the tags.',
  startTags: 'Bring in the tags',
  nothingNew: 'All of it is in your library already.',

  sending: (name: string) => `Importing ${name}`,
  stop: 'Stop',
  stopping: 'Stopping',
  waiting: 'There is no answer. Trying again.',
  paused: 'The import has stopped',
  soFar: (done: number, left: number) => `${addresses(done)} done, ${n(left)} not yet.`,
  goOn: 'Go on',
  troubles: {
    stopped: 'You stopped it. It goes on where it stopped.',
    offline:
      'The server cannot be reached. Nothing is lost: it goes on where it stopped, and nothing comes in twice.',
    busy: 'The server is busy. It goes on where it stopped, and nothing comes in twice.',
    'sign-in':
      'You are not signed in any more. Sign in again in another tab, then go on where it stopped.',
    forbidden: 'Your role in this workspace does not allow it.',
    gone: 'This import was taken back elsewhere. Start a new one.',
    refused: 'The server refused it. It may be newer than this page: load the page again.',
  },

  done: 'Imported',
  added: (count: number) => `${addresses(count)} came into your library.`,
  wereKnown: (count: number) =>
    count === 1 ? '1 was there already.' : `${n(count)} were there already.`,
  toLibrary: 'Open the library',
  another: 'Import something else',

  earlier: 'Earlier imports',
  untouched: (count: number) => `${addresses(count)} that nobody has read since`,
  allRead: 'nothing left to take back',
  takenBack: 'taken back',
  undo: 'Undo…',
  undoOf: (name: string) => `Undo the import of ${name}`,
  undoAsk: (count: number) =>
    `Take ${count === 1 ? '1 address' : addresses(count)} out of your library? What you have read since stays.`,
  undoYes: 'Take out',
  undoNo: 'Leave as it is',
  undoing: 'Taking back',
  undone: 'Taken back. What you have read since stays.',

  library: 'Library',
  older: 'Older',
  newestFirst: 'Newest',
  addressOnly: 'address only',
  addressOnlyOf: (title: string) => `What is known of “${title}”, so far its address only`,
  addressOnlyLead:
    'Of those marked “address only” nothing else is known yet. Open one and keep it with Dateline: it is filled in then.',
  emptyTitle: 'Your library is still empty',
  emptyText: 'Save an article with the Dateline extension, and it appears here and on its day.',
  emptyImport: 'Import bookmarks, Pocket or a list',
  noOlder: 'There is nothing older.',
  keptOn: (day: string) => `kept ${day}`,
  unfilled:
    'Only the address of this page is known. Open the original and keep it with Dateline: it is filled in then.',
  tags: 'Tags',
  folder: (path: string) => `Folder: ${path}`,

  yourData: 'Your data',
  importLead: 'Bring in what you have kept elsewhere:',
  exportLead:
    'Everything that the library holds, as a file that other programs can read: one clip a line, as JSON.',
  exportAction: 'Export everything (JSON Lines)',
  exporting: (count: number) => `${n(count)} ${count === 1 ? 'clip' : 'clips'} so far`,
  exported: (count: number, file: string) =>
    `${n(count)} ${count === 1 ? 'clip' : 'clips'} saved as ${file}.`,
  exportTroubles: {
    offline: 'The server cannot be reached. What has come is kept: go on when it is back.',
    busy: 'The server is busy. What has come is kept: go on in a moment.',
    'sign-in':
      'You are not signed in any more. Sign in again in another tab, then go on: what has come is kept.',
    other: 'The server refused it. Load the page again.',
  },
};
