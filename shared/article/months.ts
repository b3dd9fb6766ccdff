// Month names and their short forms in any language, from the engine's own tables.

const forms = (language: string): readonly Intl.DateTimeFormat[] => [
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }),
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }),
  // With a day beside it a month takes another case in many languages.
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
];

const namesIn = (language: string): readonly (readonly [string, number])[] => {
  const formats = forms(language);
  const names: [string, number][] = [];
  for (let month = 1; month <= 12; month += 1) {
    for (const format of formats) {
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
      const name = parts.find((part) => part.type === 'month')?.value ?? '';
      const plain = name.toLowerCase().replace(/\.$/, '');
      // Names with digits ('tháng 12', '12月') are read by patterns of their own.
      if (plain.length > 2 && !/\d/.test(plain)) names.push([plain, month]);
    }
  }
  return names;
};

// Where nobody says which language a page is in, these are tried.
const WIDESPREAD = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'ru', 'uk', 'pl', 'sv', 'da', 'tr', 'id'];

const known = new Map<string, ReadonlyMap<string, number>>();

/** Month (1 to 12) by lower-case name, in English and in `language`; in the most widespread ones where that is null. */
export const monthNames = (language: string | null): ReadonlyMap<string, number> => {
  const key = language?.split('-')[0] ?? '';
  const cached = known.get(key);
  if (cached) return cached;
  // The last one counts where two languages share a form.
  const languages = key === '' ? [...WIDESPREAD, 'en'] : ['en', key];
  const names = new Map([['sept', 9] as const, ...languages.flatMap(namesIn)]);
  known.set(key, names);
  return names;
};
