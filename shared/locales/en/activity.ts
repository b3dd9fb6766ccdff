/** Words for what people of a team do together. */
export const activity = {
  /** Who has not told a name, and who belongs to the workspace no more. */
  somebody: 'somebody of the team',
  left: 'somebody who has left',
  /** Whose a note is. */
  by: (name: string, day: string) => `By ${name}, ${day}`,

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
