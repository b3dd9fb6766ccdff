// What a person does with Dateline in any browser. The suite of each browser has a test that bears the tag:
// here Chromium's, in ../firefox Firefox's.

export const SCENARIOS = {
  '@button': 'the toolbar button reads the page in front into the panel',
  '@key': 'a key reads it',
  '@menu': 'the item in the menu of the page reads it',
  '@summary': 'the panel shows headline, date and summary',
  '@sentence': 'a click on a sentence of the summary marks it in the page',
  '@keep': 'one key reads the page and keeps it',
  '@link': 'the item in the menu of a link keeps the link',
  '@pair': 'paired with a library, what is kept arrives there',
  '@offline': 'what is kept offline goes out when the network is back',
  '@restart': 'what waits outlives the end of the browser, and goes out after it',
  '@stopped': 'a stopped background wakes, and sends',
} as const;
