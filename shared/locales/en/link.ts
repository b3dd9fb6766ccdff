/** Words of the page on which an address is kept that another app shares. */
export const link = {
  title: 'Keep an address',
  ask: 'Keep this page?',
  lead: 'Its address is kept. Its text comes once you open it with Dateline in a browser.',
  address: 'Address',
  none: 'Nothing that was shared is the address of a web page: it must begin with http:// or https://. Copy it from the page, and put it in here.',
  keep: 'Keep',
  keepIn: (workspace: string) => `Keep in ${workspace}`,
  kept: 'Kept',
  already: 'You keep this already',
  comes: 'Its text comes once you open it with Dateline in a browser.',
  open: 'Open the page',
  library: 'To the library',
  notLost: 'What you shared is not lost: sign in, then open this page again.',
  again: 'Open it again',
};
