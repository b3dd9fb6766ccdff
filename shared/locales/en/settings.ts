/** Words of the settings beside the library and the outbox. */
export const settings = {
  keys: 'Keys',
  readKey: 'reads the page and shows it in the panel',
  keepKey: 'reads the page and keeps it at once',
  noKey: 'No key',
  changeKeys: 'Change the keys',
  howToChangeKeys: {
    chromium: 'They are changed under chrome://extensions/shortcuts.',
    firefox:
      'They are changed under about:addons: press the cogwheel there, then “Manage Extension Shortcuts”.',
    android: 'Firefox for Android has no keys for extensions.',
    safari: 'They are changed in the settings of Safari, under Extensions.',
  },
  appearance: 'Appearance',
  appearances: { auto: 'As the browser', light: 'Light', dark: 'Dark' },
  reading: 'Reading',
  readingLine:
    'So a text is set in the panel and in the library on this computer: type, width and paper.',
  imagesAsk:
    'With images on, the panel shows the one above the summary too. Images come from the site of the article, which sees that they are asked for.',
  data: 'On this computer',
  stored: (count: number) => {
    if (count === 0) return 'No article lies on this computer alone.';
    return count === 1
      ? '1 article is not in a library yet.'
      : `${count} articles are not in a library yet.`;
  },
  storedSize: (size: string) => `All in all Dateline takes ${size}.`,
  openLocal: 'Open the library on this computer',
  deleteAll: 'Delete everything here…',
  deleteReally: 'Delete everything that Dateline has on this computer?',
  deleteLoses: (count: number) =>
    count === 1
      ? '1 article lies nowhere else and would be lost.'
      : `${count} articles lie nowhere else and would be lost.`,
  deleteLeaves: (workspace: string) =>
    `What ${workspace} has stays there, and this browser is disconnected from it.`,
  deleteForGood: 'The settings go too. This cannot be undone.',
  deleteYes: 'Delete for good',
  deleted: 'Everything has been deleted from this computer.',
  notTold: (servers: string) =>
    `Its token still lets in at ${servers}, which could not be told: revoke it there, on the page of your account.`,
};
