/** Words for what an article is about; the names of the topics stand among those of the pages. */
export const category = {
  topic: (name: string) => `Topic: ${name}`,
  unsure: 'unsure',
  /** Where a reader says that it is none of the topics. */
  none: 'none',
  /** Behind the topic: what told it. */
  from: {
    section: 'by its section',
    text: 'by its text',
    reader: 'set by a reader',
  },
};
