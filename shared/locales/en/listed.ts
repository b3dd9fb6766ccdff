/** Words of the extension's list of a library, of which it has a copy. */
export const listed = {
  title: 'Library',
  search: 'Search headlines, and the texts that wait here',
  /** How old the copy is. */
  copied: (name: string, when: string) => `A copy of ${name}, as it was on ${when}.`,
  copying: (name: string) => `${name} is being copied…`,
  /** Where the texts lie of which it has the headlines alone. */
  textsLie: 'The texts of what has been sent lie there.',
  oldest: (count: string) => `It holds the last ${count} clips.`,
  inLibrary: 'Search there',
  orders: { kept: 'last kept first', published: 'last published first' },
  order: 'Order',
  looks: { cards: 'cards', dense: 'dense' },
  look: 'Look',
  kept: (day: string) => `kept ${day}`,
  published: (day: string) => `published ${day}`,
  deleted: (title: string) => `“${title}” goes into the trash of the library.`,
  deletedMany: (count: number) => `${count} clips go into the trash of the library.`,
  chooseNone: 'Choose none',
  shown: (count: number, { format }: Intl.NumberFormat): string =>
    count === 1 ? '1 clip' : `${format(count)} clips`,
};
