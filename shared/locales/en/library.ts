/** Words of the library's shelves, of what is done with many clips at once, and of keys. */
import type { Shelf } from '../../schema/reading.ts';

const shelves: Record<Shelf, string> = {
  'to-read': 'To read',
  done: 'Done',
  starred: 'Starred',
  all: 'All',
};

const emptyShelves: Record<Exclude<Shelf, 'all'>, string> = {
  'to-read': 'Nothing is left to read. What you keep comes here first.',
  done: 'Nothing is done yet. Press “Done” on a clip, or E on the keyboard.',
  starred: 'Nothing is starred yet. Press “Star” on a clip, or S on the keyboard.',
};

export const library = {
  shelves,
  shelvesLabel: 'Shelves',
  /** What leads on from the library's list. */
  ways: 'Of the library',
  emptyShelves,
  toAll: 'Show all clips',

  view: 'View',
  views: { cards: 'cards', list: 'list' },

  done: 'Done',
  toRead: 'To read',
  star: 'Star',
  unstar: 'Unstar',
  of: (act: string, title: string) => `${act}: ${title}`,

  delete: 'Delete',
  undo: 'Undo',
  deleted: (count: number): string =>
    count === 1 ? '1 clip lies in the trash.' : `${count} clips lie in the trash.`,
  notDeleted: (count: number): string =>
    count === 1
      ? '1 could not be deleted: try again.'
      : `${count} could not be deleted: try again.`,
  broughtBack: (count: number): string =>
    count === 1 ? '1 clip is back.' : `${count} clips are back.`,

  /** Leads to where a text was left. */
  goOn: 'Go on where you left off',

  choose: (title: string) => `Choose “${title}”`,
  chosen: (count: number): string =>
    count === 0 ? 'None chosen' : count === 1 ? '1 chosen' : `${count} chosen`,
  many: 'With the chosen clips',
  name: 'Tag or collection',
  tag: 'Add tag',
  untag: 'Remove tag',
  collect: 'Add to collection',
  nothingChosen: 'Choose clips first: nothing was changed.',
  tooMany: (most: number): string => `At most ${most} at once: nothing was changed.`,
  noName: 'Write the name of a tag or collection first: nothing was changed.',
  didMany: (count: number): string => (count === 1 ? '1 clip changed.' : `${count} clips changed.`),
  failed: 'That did not reach the server. Nothing was changed: try again.',

  keys: 'Keys',
  keysTitle: 'Keys in this list',
  keysOn: 'Use these keys',
  close: 'Close',
  keyList: [
    ['j', 'next clip'],
    ['k', 'clip before'],
    ['o', 'open'],
    ['s', 'star, or not'],
    ['e', 'done, or to read again'],
    ['x', 'choose'],
    ['t', 'tag'],
    ['#', 'delete'],
    ['/', 'search'],
    ['?', 'this list'],
  ] as readonly (readonly [string, string])[],
};
