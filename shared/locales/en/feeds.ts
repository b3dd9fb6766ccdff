/** Words of feeds, and of the page that lists them. */
export const feeds = {
  titleOf: (part: string, workspace: string) => `${part} · ${workspace}`,
  descriptions: {
    category: 'Clips of one topic, the last kept first',
    tag: 'Clips with one tag, the last kept first',
    collection: 'Clips of one collection, the last kept first',
  },
  tooLong: 'The text is too long for a feed. The library has all of it.',
  of: (name: string) => `Feeds of “${name}”`,
  formatOf: (format: string, name: string) => `${format}: ${name}`,
  textFormatOf: (format: string, name: string) => `${format}, whole texts: ${name}`,
  summaries: 'Feed of summaries',
  texts: 'Feed of whole texts',
};
