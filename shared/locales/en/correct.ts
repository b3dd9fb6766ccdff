/** Words for setting right what was read off a page. */
export const correct = {
  open: 'Correct…',
  title: 'Correct what was read',
  fields: {
    title: 'Headline',
    section: 'Section',
    category: 'Topic',
    published: 'Date',
    authors: 'By',
  },
  hints: {
    section: 'The widest first, with > between them.',
    category:
      'It holds for later articles of this section too; without a section, for this article alone.',
    published: 'The article stands on this day. Leave it empty where nobody knows.',
    authors: 'With commas between the names.',
  },
  problems: {
    title: 'It needs a headline of at most 1,000 characters.',
    section: 'At most eight sections, each of at most 200 characters.',
    published:
      'This is not a date of news. Give day, month and year, from 1605 to tomorrow, or leave it empty.',
    authors: 'At most fifty names, each of at most 200 characters.',
  },
  /** The topic that section or text tell. */
  automatic: (topic: string) => `Automatic: ${topic}`,
  noTopic: 'None of these',
  body: 'text',
  selection: {
    offered: 'Text is selected in the page.',
    wrong: 'Wrong text? Select the right one in the page, or pick it there.',
    keep: 'Keep only the selection',
    taken: 'The text is what you chose.',
    giveBack: 'As on the page',
    none: {
      nothing: 'Nothing is selected in the page. Select the text there, then press again.',
      'no-access':
        'Dateline may not look at this page now. Press its button in the toolbar, then try again.',
      elsewhere: 'The page has changed since it was read. Read it once more first.',
    },
  },
  pick: {
    begin: 'Pick the text on the page',
    how: 'Move over the page and click the text that is meant. Arrow keys move too, Enter takes it, Escape ends.',
    steps: { wider: 'Wider', narrower: 'Narrower', previous: 'Before', next: 'After' },
    take: 'Take this text',
    end: 'Never mind',
  },
  apply: 'Apply',
  /** In place of a date that the reader took away. */
  noDate: 'No date',
  /** Above the article in the panel. */
  ownText: 'The text as you corrected it',
  asOnPage: 'As on the page',
  saved: 'Changes saved',
  /** Stands before what a waiting correction waits for. */
  waits: 'A correction.',
  parked: {
    title: 'Your library did not take this correction',
    'not-found':
      'It does not have this article, or it is too old for corrections and needs an update.',
    gone: 'The article was deleted there.',
    'in-trash': 'The article lies in the trash there. Put it back, then try again.',
    'newer-client': 'It is older than this extension. Try again once it has been updated.',
  },
  discardReally: (title: string) =>
    `Discard the correction of “${title}”? The article stays in your library as it is.`,
  corrected: (fields: string) => `Corrected by you: ${fields}`,
};
