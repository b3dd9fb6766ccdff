/** The form in which two names of tags or collections are one: case and kind of white space make no difference, accents do. */
export const foldName = (name: string): string =>
  name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
