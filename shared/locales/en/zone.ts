/** Words of changing the zone of a workspace. */
const { format: n } = new Intl.NumberFormat('en');

export const zone = {
  title: 'Time zone',
  lead: 'Days begin and end by this zone. Another one moves each clip to its day there, on all pages, in calendars and in feeds. In a large library that takes a while; nothing is lost, and changing it back moves them back.',
  change: 'Change the zone',
  changed: 'The zone is changed.',
  changedMeanwhile: (theirs: string) =>
    `Somebody else has chosen another zone meanwhile, ${theirs}, and nothing was overwritten. Below is yours: change the zone once more to put it in place of theirs.`,
  moving: 'Clips are moving to their days in this zone. What you keep now goes by it already.',
  progress: 'Clips moved',
  moved: (moved: number, clips: number) =>
    `${n(moved)} of ${n(clips)} ${clips === 1 ? 'clip' : 'clips'} moved`,
  goOn: 'Go on',
  goesOn: 'It goes on by itself too, only slower.',
  done: 'All clips stand on their days in this zone.',
  /** One line on the pages of days. */
  notice: (name: string, moved: number, clips: number) =>
    `Clips are moving to their days in the zone ${name}: ${n(moved)} of ${n(clips)} so far.`,
  troubles: {
    offline: 'The server cannot be reached. What has moved stays so: go on when it is back.',
    busy: 'The server is busy. What has moved stays so: go on in a moment.',
    'sign-in': 'You are not signed in any more. Sign in again in another tab, then go on.',
    other: 'The server refused it. Load the page again.',
  },
};
