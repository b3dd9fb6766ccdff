/** Words for what one does with clips of the library, made on this machine and sent later. */
export const act = {
  /** Stands before what a waiting act waits for. */
  waits: 'Done, a star, tags or a deletion.',
  parked: {
    title: 'Your library did not take what you did with this clip',
    'not-found': 'It does not have this clip, or it is too old for this and needs an update.',
    gone: 'The clip was deleted there.',
    'in-trash': 'The clip lies in the trash there. Put it back, then try again.',
    'newer-client': 'It is older than this extension. Try again once it has been updated.',
  },
  discardReally: (title: string) =>
    `Discard what you did with “${title}”? The clip stays in your library as it is.`,
};
