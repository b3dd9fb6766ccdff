/** Words of the page that greets a newcomer. */
export const welcome = {
  title: 'Keep the news you read',
  does: [
    'Dateline reads the article that is open and sums it up in its own sentences.',
    'One key keeps it, on this computer first.',
    'Later you find it by the day on which it was published.',
  ],
  nothingSent:
    'It reads a tab only when you ask it to. While its panel stays open it also reads the pages of that site that you go on to there. It sends nothing until you say where to.',
  pinTitle: 'Put the button where you see it',
  findTitle: 'Where to find it',
  pin: {
    chromium: 'Press the puzzle piece beside the address bar, then the pin beside Dateline.',
    firefox:
      'Press the puzzle piece beside the address bar, then the cogwheel beside Dateline, then “Pin to Toolbar”.',
    android: 'Open the menu of Firefox, then “Extensions”, then Dateline.',
    safari: 'Safari shows it beside the address bar once Dateline is turned on.',
  },
  pinned: 'The button is in your toolbar.',
  keysTitle: 'Or use a key',
  whereTitle: 'Where it is kept',
  withServer: 'With your own server',
  withServerWhy: 'Every day gets a page and a feed, and all your browsers share one library.',
  withoutServer: 'Without a server',
  withoutServerWhy:
    'Summaries, related news and a library on this computer. What you keep goes up if you connect a server later.',
  chooseWithout: 'Use it without a server',
  choseWithout: 'You use Dateline without a server. You can connect one whenever you like.',
  sampleTitle: 'Try it on a sample',
  sampleIntro: 'News of a place that does not exist. Read it as you would read any page.',
  readSample: 'Read with Dateline',
  sampleRead: 'This is what the panel shows. Press a sentence to see where it stands.',
  onServer: 'More sample pages on your server',
  onward: 'Now open an article anywhere and press the button.',
};
