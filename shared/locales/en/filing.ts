/** Words for where an article goes. */
export const filing = {
  open: 'Tags, collection…',
  change: 'Change…',
  title: 'Where this article goes',
  tags: 'Tags',
  collections: 'Collections',
  workspace: 'Library',
  remembered: (site: string) => `Library and collections are remembered for ${site}.`,
  remove: (name: string) => `Remove ${name}`,
  saved: 'Saved where it goes',
  /** Stands before what a waiting change waits for. */
  waits: 'A change of tags or collections.',
  parked: {
    title: 'Your library did not take this change of tags or collections',
    'not-found': 'It does not have this article, or it is too old for tags and needs an update.',
    gone: 'The article was deleted there.',
    'in-trash': 'The article lies in the trash there. Put it back, then try again.',
    'newer-client': 'It is older than this extension. Try again once it has been updated.',
  },
  discardReally: (title: string) =>
    `Discard the change of tags and collections of “${title}”? The article stays in your library as it is.`,
};
