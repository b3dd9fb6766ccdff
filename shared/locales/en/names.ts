/** Words of the pages of tags and collections. */
export const names = {
  tags: 'Tags',
  collections: 'Collections',
  noTags: 'There are no tags yet. Choose clips in the library and give them one.',
  noCollections: 'There are no collections yet. Choose clips in the library and put them into one.',
  clips: (count: number, most: number): string =>
    count >= most ? `${most} clips or more` : count === 1 ? '1 clip' : `${count} clips`,
  find: { tag: 'Find a tag', collection: 'Find a collection' },
  show: 'Find',
  showAll: 'Show all',
  noneFound: 'None is called so. Accents make no difference.',
  further: 'Further names',
  firstNames: 'From the beginning',
  noClips: 'No clip is left here.',
  change: 'Change',
  name: 'Name',
  rename: 'Rename',
  description: 'What it is about',
  describe: 'Save description',
  describedMeanwhile:
    'Somebody else has written another description meanwhile, and nothing was overwritten. Below is yours, to be saved in its place or not. Theirs:',
  describedAway: 'None.',
  deleteTag: (clips: string) => `Delete the tag. It goes from ${clips}; none is deleted.`,
  deleteCollection: (clips: string) =>
    `Delete the collection. What is in it, ${clips}, stays in the library.`,
  /** What becomes of its addresses. */
  deletedEnds: {
    tag: 'Its feeds find nothing any more.',
    collection:
      'Its public links, invites and feeds find nothing any more, and its guests do not get in.',
  },
  mergedEnds: {
    tag: 'Its feeds lead on to the other one.',
    collection:
      'Its public links and invites find nothing any more, and its guests do not get in. Its feeds lead on to the other one.',
  },
  delete: 'Delete',
  keep: 'Leave it',
  mergeAsk: (from: string, into: string, clips: string) =>
    `“${into}” is there already. Put “${from}” (${clips}) into it?`,
  merge: 'Put together',
  up: 'Up',
  down: 'Down',
  upOf: (title: string) => `Move “${title}” up`,
  downOf: (title: string) => `Move “${title}” down`,
  order: 'Order',
  orderLead: 'The newest stand first, until you move one.',
};
