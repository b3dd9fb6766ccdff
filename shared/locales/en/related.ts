/** Words for what belongs together: related items and stories. */
export const related = {
  inLibrary: 'In your library',
  /** Over what earlier days of the library have. */
  earlier: 'Earlier',
  /** Before the sites from which the library has the text of the article that is read. */
  sameText: 'It has this text already, from',
  moreFromLibrary: 'More from the library',
  moreFailed: 'Your library did not answer.',
  nothingMore: 'The library has nothing more on this.',
  /** What the page itself offers, where none of it was found. */
  onPage: 'Related on this page',
  lookAgain: 'Look again',
  looking: 'Looking…',
  nothingOnPage: 'None found.',
  /** Why an item is there. */
  reasons: { story: 'same story', section: 'same section', category: 'same topic' },

  story: 'The same story',
  original: 'the original',
  notThisStory: 'Not this story',
  notThisStoryOf: (title: string) => `Not this story: ${title}`,
  sameStory: 'The same story',
  sameStoryOf: (title: string) => `“${title}” is the same story`,
  sources: (count: number): string => (count === 1 ? '1 source' : `${count} sources`),
  stories: (count: number): string => (count === 1 ? 'story' : 'stories'),
};
