/** Words of the search. */
const { format: n } = new Intl.NumberFormat('en');

export const search = {
  title: 'Search',
  titleOf: (query: string) => `${query} · Search`,
  field: 'Search the library',
  filter: 'Filter this list',
  /** What the list of completions is called. */
  completions: 'What you can ask',
  button: 'Search',
  matches: (count: number) => `${n(count)} ${count === 1 ? 'match' : 'matches'}`,
  atLeast: (count: number) => `at least ${n(count)} ${count === 1 ? 'match' : 'matches'}`,
  order: 'Order',
  orders: {
    relevance: 'best first',
    published: 'last published',
    kept: 'last kept',
  },
  asked: 'Narrowed to',
  without: (part: string) => `Without ${part}`,
  narrow: 'Narrow down',
  facets: {
    site: 'Sites',
    section: 'Sections',
    category: 'Topics',
    tag: 'Tags',
    in: 'Collections',
    lang: 'Languages',
    on: 'Months',
  },
  counted:
    'Counted among the last kept matches, so there may be more. Name a month or a year to reach older ones.',
  published: (day: string) => `published ${day}`,
  next: 'Further matches',
  first: 'From the start',
  /** After a stretch of the library in which nothing was found, before older ones. */
  noneHere: 'Nothing among these clips. Older ones may have it.',
  older: 'Look among older clips',
  noFurther: 'There are no further matches.',
  nothing: 'Nothing found',
  loosen: 'Less may find more:',
  unquoted: 'The same words, not in a row',
  spelling: 'Accents make no difference. Fewer letters of the last word do, in headlines.',
  unlooked:
    'Only the last kept clips were looked through for this. Name a month or a year to reach older ones.',
  help: 'What you can ask',
  examples: [
    { ask: 'harbour bridge', means: 'clips that have both words' },
    { ask: '"harbour bridge"', means: 'the words in a row' },
    { ask: 'harbour -bridge', means: 'without a word' },
    { ask: 'site:reuters.com', means: 'of a site, by its name or address' },
    { ask: 'section:football', means: 'of a section, as the site calls it' },
    { ask: 'category:health', means: 'about a topic' },
    { ask: 'tag:"read later"', means: 'with a tag; in: for a collection' },
    { ask: 'by:"Jane Doe"', means: 'by an author; by:me for what you keep' },
    { ask: 'after:2022 before:2022-07', means: 'published between; on: for a day, month or year' },
    { ask: 'after:7d', means: 'published in the last seven days; 2w, 3m and 1y too' },
    { ask: 'lang:en', means: 'in a language' },
  ],
};
