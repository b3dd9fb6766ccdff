/** Words for what people of a team do together. */
export const activity = {
  /** Who has not told a name, and who belongs to the workspace no more. */
  somebody: 'somebody of the team',
  left: 'somebody who has left',
  /** Whose a note is. */
  by: (name: string, day: string) => `By ${name}, ${day}`,
};
