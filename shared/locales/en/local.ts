/** Words of the library on this computer. */
export const local = {
  title: 'Library on this computer',
  count: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  search: 'Search headlines and texts',
  found: (count: number) => `${count} found`,
  searching: (count: number) => `${count} found, still looking through the texts…`,
  notFound: 'Nothing here has these words.',
  allDays: 'All days',
  more: 'Show more',
  addressOnly: 'address only',
  whereabouts: {
    here: 'only here',
    waiting: 'waits to be sent',
    refused: 'not taken by the library',
  },
  empty:
    'Nothing is kept on this computer yet. Open an article, press the Dateline button and keep it.',
  allSent: 'Nothing waits here: all that you kept has been sent.',
  sent: (workspace: string) => `What has been sent is in ${workspace}.`,
  openLibrary: 'Open that library',
  unreadable:
    'Another version of Dateline kept this article, and this one cannot show it. It is still here, and goes into the export.',
};
