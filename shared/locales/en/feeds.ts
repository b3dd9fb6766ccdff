const { format: n } = new Intl.NumberFormat('en');

/** Words of feeds, and of the page that lists them. */
export const feeds = {
  titleOf: (part: string, workspace: string) => `${part} · ${workspace}`,
  descriptions: {
    category: 'Clips of one topic, the last kept first',
    tag: 'Clips with one tag, the last kept first',
    collection: 'Clips of one collection, the last kept first',
  },
  dayDescriptions: {
    category: 'Clips of one topic, day by day',
    tag: 'Clips with one tag, day by day',
    collection: 'Clips of one collection, day by day',
    search: 'What a saved search finds, day by day',
  },
  perhapsMore: 'Made of the clips that were kept last: the day may have more.',
  dayFormatOf: (format: string, name: string) => `${format}, day by day: ${name}`,
  dayTextFormatOf: (format: string, name: string) => `${format}, day by day, whole texts: ${name}`,
  tooLong: 'The text is too long for a feed. The library has all of it.',
  formatOf: (format: string, name: string) => `${format}: ${name}`,
  textFormatOf: (format: string, name: string) => `${format}, whole texts: ${name}`,
  summaries: 'Feed of summaries',
  texts: 'Feed of whole texts',
  lead: 'A feed reader shows what is new here, by the address of a feed.',
  all: 'All feeds',
  secret: 'Whoever has the address of a feed can read it, so pass it on with care.',
  renewTitle: 'New addresses for all feeds',
  renewLead:
    'Every address on this page, the calendar’s, those of everyone’s saved searches and all public links stop working. Whoever follows one has to be given the new one.',
  renew: 'Exchange all addresses',
  outline: 'All of them as a file for a feed reader (OPML)',
  library: 'The whole library',
  days: 'Feed of days',
  dayTexts: 'Days, whole texts',
  parts: {
    collections: 'Collections',
    tags: 'Tags',
    searches: 'Saved searches',
    topics: 'Topics',
  },
  further: (most: number) =>
    `The first ${most} are listed. The page of each further one has its feed.`,
  viewLead: 'This is a feed. A feed reader shows what is new in it: give it this address.',
  address: 'Address of the feed',
  copyAddress: 'Copy the address',
  copied: 'Copied.',
  nothing: 'Nothing is in it yet.',
  clips: (count: number) => `${n(count)} ${count === 1 ? 'clip' : 'clips'}`,
  moreClips: (count: number) => `and ${n(count)} more`,
  calendar: 'Calendar',
  calendarFile: 'days.ics: Calendar',
  calendarLead: 'Each day that has clips, with its first headlines, for a calendar (iCalendar)',
};
