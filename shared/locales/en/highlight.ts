/** Words for what a reader marks in a text, and notes beside it. */
export const highlight = {
  colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  /** The tools that appear when text is selected. */
  tools: 'Highlight',
  note: 'Note',
  remove: 'Remove',
  /** How the text is marked by keyboard. */
  keys: 'Left and right arrow choose a sentence. With Shift they take words, up and down take sentences. 1 to 4 highlight it, N writes a note, Delete removes it.',
  chosen: (text: string) => `Chosen: ${text}`,
  made: (colour: string) => `Highlighted: ${colour}`,
  /** Said before text that is marked. */
  marked: (colour: string) => `Highlighted, ${colour}:`,
  removed: 'Highlight removed',
  tooLong: 'That is too much for one highlight. Select less.',
  noteFor: (quote: string) => `Note on “${quote}”`,
  save: 'Save',
  cancel: 'Cancel',
  title: (count: number) => (count === 1 ? '1 highlight' : `${count} highlights`),
  /** A button that goes to the place. */
  goTo: (colour: string, quote: string) => `${quote} (${colour})`,
  edit: 'Edit',
  undo: 'Undo',
  /** The choice beside a note, and what stands by a highlight of one's own for which it was made. */
  showToTeam: 'Show this highlight and its note to the team',
  shownToTeam: 'Shown to the team',
  ofTeam: (count: number) =>
    count === 1 ? '1 highlight of the team' : `${count} highlights of the team`,
  /** Who marked something and when, and their note, which may be empty. */
  noted: (by: string, note: string) => (note === '' ? by : `${by}: ${note}`),
  /** Said before text that somebody else has marked. */
  markedBy: (by: string, colour: string) => `Highlighted, ${colour}. ${by}:`,
  changed: 'The text has changed here.',
  lost: 'No longer in the text.',
  failed: 'This could not be saved. Nothing was changed.',
  /** Of an article that is not kept: what a highlight does besides, and what it did. */
  keepsToo: 'The first highlight keeps the whole article, as the button does.',
  keptToo: 'The article was kept with the highlight.',
  /** What can be done with the page. */
  inPage: {
    title: 'Highlights on the page',
    show: (count: number) =>
      count === 1 ? 'Show the highlight on the page' : `Show ${count} highlights on the page`,
    hide: 'Hide highlights',
    take: 'Highlight the selection',
    shown: (count: number) =>
      count === 1
        ? '1 highlight is shown on the page.'
        : `${count} highlights are shown on the page.`,
    partly: (count: number, of: number) => `${count} of ${of} highlights are shown on the page.`,
    taken: 'Highlighted.',
    none: {
      nothing: 'Nothing is selected in the page. Select the text there, then press again.',
      'not-in-text': 'The selection is not in the article as it was read.',
      'too-long': 'That is too much for one highlight. Select less.',
      'no-access':
        'Dateline may not look at this page now. Press its button in the toolbar, then try again.',
      elsewhere: 'The page has changed since it was read. Read it once more first.',
      'not-found': 'The page does not show what you highlighted.',
      apart: 'What you highlighted stands in a part of the page that cannot be marked.',
      'cannot-mark': 'This browser cannot mark text in a page.',
    },
  },
  /** Stands before what a waiting highlight waits for. */
  waits: 'A highlight.',
  parked: {
    title: 'Your library did not take this highlight',
    'not-found':
      'It does not have this article, or it is too old for highlights and needs an update.',
    gone: 'The article was deleted there.',
    'in-trash': 'The article lies in the trash there. Put it back, then try again.',
    'newer-client': 'It is older than this extension. Try again once it has been updated.',
  },
  discardReally: (title: string) =>
    `Discard this change of a highlight in “${title}”? The article stays in your library as it is.`,
};
