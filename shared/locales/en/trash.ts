/** Words of the trash, and of deleting a clip. */
const { format: n } = new Intl.NumberFormat('en');

const clips = (count: number): string => `${n(count)} ${count === 1 ? 'clip' : 'clips'}`;

export const trash = {
  title: 'Trash',
  lead: (days: number) =>
    `What is deleted lies here for ${days} days. It is in no list, day, feed or export meanwhile, and can be put back whole.`,
  nothing: 'The trash is empty.',
  nothingOlder: 'There is nothing older.',
  deletedOn: (day: string) => `deleted ${day}`,
  goesOn: (day: string) => `goes for good ${day}`,
  putBack: 'Put back',
  keptAnew: 'Its page was kept anew',
  keptAnewHint: 'Delete that one first, and this one can be put back.',
  forGood: 'Delete for good…',
  forGoodAsk: 'Nothing brings it back after that.',
  forGoodYes: 'Delete for good',
  empty: 'Empty the trash…',
  emptyAsk: (count: number) =>
    count === 1
      ? 'Nothing brings the clip back after that.'
      : `Nothing brings these ${clips(count)} back after that.`,
  emptyYes: (count: number) => `Delete ${clips(count)} for good`,
  emptied: (count: number) =>
    count === 1 ? '1 clip is deleted for good.' : `${clips(count)} are deleted for good.`,
  isBack: 'It is back, with all that belonged to it.',
  open: 'Open it',
  of: (act: string, title: string) => `${act}: ${title}`,

  remove: 'Delete',
  removeHint: (days: number) => `For all who keep it. It lies in the trash for ${days} days.`,
  removed: (title: string) => `“${title}” lies in the trash.`,
  undo: 'Undo',
};
