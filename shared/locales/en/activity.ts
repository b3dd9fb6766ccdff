/** Words for what people of a team do together. */
export const activity = {
  /** Who has not told a name, and who belongs to the workspace no more. */
  somebody: 'somebody of the team',
  left: 'somebody who has left',
  /** Whose a note is. */
  by: (name: string, day: string) => `By ${name}, ${day}`,

  /** The page of what was done. A sentence begins with who did it, and goes on with these. */
  page: {
    title: 'Activity',
    lead: 'What people did here over the last year, the latest first.',
    link: 'What was done in it, and by whom',
    empty: 'Nothing yet. What is kept, filed or deleted from now on stands here.',
    noOlder: 'Nothing older.',
    you: 'You',
    youToo: 'you',
    /** Beside the link to the page, and on it. */
    news: (count: number) => (count > 99 ? '99+ new' : `${count} new`),
    sinceVisit: (count: number) =>
      `${count > 99 ? 'More than 99' : count} new from others since you were here.`,
    isNew: 'new',
    keep: (clips: string) => `kept ${clips}`,
    copy: (clips: string) => `copied ${clips} here from another library`,
    put: (clips: string) => `put ${clips} into`,
    took: (clips: string) => `took ${clips} out of`,
    delete: (clips: string) => `moved ${clips} into the trash`,
    restore: (clips: string) => `brought ${clips} back from the trash`,
    mark: (count: number) =>
      count === 1 ? 'showed the team a highlight' : `showed the team ${count} highlights`,
    clips: (count: number) => (count === 1 ? 'a clip' : `${count} clips`),
    into: ', in',
    outOf: ', and out of',
    import: (count: number) =>
      count === 1 ? 'imported an address' : `imported ${count.toLocaleString('en-GB')} addresses`,
    undone: '(taken back since)',
    drop: 'deleted the collection',
    merge: 'put the collection',
    mergeInto: 'together with',
    goneCollection: 'a collection that is gone',
    goneClip: 'A clip that was deleted',
    inTrash: 'in the trash',
    more: (count: number) => `and ${count} more`,
    join: {
      owner: 'joined as an owner',
      editor: 'joined as an editor',
      viewer: 'joined as a viewer',
    },
    leave: 'left the workspace',
    remove: 'removed',
    role: 'made',
    roleAs: { owner: 'an owner', editor: 'an editor', viewer: 'a viewer' },
    handOver: 'handed the workspace over to',
    older: 'Older',
    newest: 'The latest first',
  },

  copy: {
    action: 'Copy into another library…',
    title: 'Copy into another library',
    lead: 'All who belong to it can read it there. Tags, collections and notes are not copied.',
    clips: (count: number) => (count === 1 ? '1 clip' : `${count} clips`),
    into: (name: string) => `Copy into ${name}`,
    nowhere: 'You belong to no other library in which you may keep.',
    back: 'Back',
    going: 'Copying',
    soFar: (done: number, of: number, name: string) => `${done} of ${of} into ${name}`,
    goOn: 'Go on',
    stopped: 'It has stopped. Go on once you are online.',
    over: 'Copied',
    copied: (count: number, name: string) =>
      count === 1 ? `1 clip is in ${name} now.` : `${count} clips are in ${name} now.`,
    missing: (count: number) =>
      count === 1 ? '1 clip was not here any more.' : `${count} clips were not here any more.`,
    open: 'Open the copy',
    openLibrary: 'Open that library',
  },
};
