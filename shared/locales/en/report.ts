/** Words for the report of a page that was read wrongly. */
export const report = {
  open: 'Report…',
  title: 'Report this page',
  intro:
    'Nothing is sent. Below stands all that the report says: copy it or save it, and give it to whom you like.',
  include: 'What the report includes',
  address: 'with the address of the page',
  content: 'with headline and text',
  save: 'Save as a file',
  done: {
    copied: 'Copied.',
    copyFailed:
      'Not copied: the browser did not allow it. Select the text below and copy it by key.',
    saved: 'Saved among your downloads.',
  },
  inSettings: 'A page was read wrongly?',
  inSettingsHow:
    'In the panel, “Report…” below the headline makes a text about how the page was read. You see it before you copy it, and nothing is sent.',
};
