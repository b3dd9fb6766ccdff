/** Words of a clip's page beside its text: setting it right by hand, its history, taking it along. */
export const clip = {
  correct: 'Correct…',
  correctTitle: 'Correct the clip',
  correctLead: 'For all who keep it. Its day and its digest follow.',
  fields: {
    title: 'Headline',
    standfirst: 'Standfirst',
    authors: 'By',
    site: 'Site',
    section: 'Section',
    category: 'Topic',
    published: 'Published on',
    text: 'Text',
  },
  problems: {
    standfirst: 'At most 5,000 characters.',
    site: 'At most 200 characters.',
    category: 'Choose one of the list.',
  },
  automatic: 'Automatic, by section and text',
  /** Behind what was read off the page. */
  onPage: (words: string) => `On the page: ${words}`,
  putBack: 'As on the page',
  /** Behind what somebody else has written meanwhile. */
  theirs: (words: string) => `Written meanwhile: ${words}`,
  takeTheirs: 'Take this',
  nothing: 'nothing',
  conflict:
    'Somebody else changed this clip meanwhile. Nothing was overwritten. Where both of you changed the same you see both: take theirs, or save once more for yours.',
  wrong: 'Nothing was saved yet. Please look at what is marked.',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The correction is saved.',
  of: (act: string, field: string) => `${act}: ${field}`,

  about: 'History and sources',
  published: 'Published',
  modified: 'Updated',
  byHand: 'set right by hand',
  address: 'Address',
  changes: 'What became of it',
  you: {
    kept: 'You kept it',
    copied: 'You copied it from another library of yours',
    corrected: 'You corrected it',
  },
  others: {
    kept: (name: string) => `Kept by ${name}`,
    copied: (name: string) => `Copied by ${name} from another library of theirs`,
    corrected: (name: string) => `Corrected by ${name}`,
  },
  otherText: 'Another text took the place of the one that was read.',
  before: 'before',
  after: 'now',

  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied.',
  asMarkdown: 'Show as Markdown',

  around: 'In the list you came from',
  previous: 'Before',
  next: 'Next',
  backToList: 'Back to the list',
};
