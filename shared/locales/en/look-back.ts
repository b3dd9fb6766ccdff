/** Words of looking back, on today's page and in the settings. */
export const lookBack = {
  title: 'Look back',
  unread: 'Unread for a year',
  change: 'Turn this off',
  setting: 'Today’s page',
  lead: 'Look back: what this day had in earlier years, and something from a year ago that you have not read.',
  isOn: 'It is shown.',
  isOff: 'It is not shown.',
  turnOn: 'Show it',
  turnOff: 'Do not show it',
  turned: { on: 'From now on it is shown.', off: 'It is not shown any more.' },
};
