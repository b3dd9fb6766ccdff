/** Words of the settings beside the library and the outbox. */
export const settings = {
  readKey: 'reads the page and shows it in the panel',
  keepKey: 'reads the page and keeps it at once',
  noKey: 'No key',
};
