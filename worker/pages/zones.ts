// Engines keep some zones under names that their cities gave up long ago.
const PRESENT_NAMES: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The zones that a person chooses from, IANA names. */
export const zones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A zone as people read it: 'Asia/Ho Chi Minh'. */
export const zoneName = (zone: string): string =>
  (PRESENT_NAMES[zone] ?? zone).replaceAll('_', ' ');
