// Text from outside, made fit for the contract: one line, NFC, well-formed, no control characters.

// What takes no room: the soft hyphen, zero-width space, word joiner, BOM and bidirectional marks. A reader sees no gap.
const NO_ROOM = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const SPACE = /[\s\u0085]+/gu;
// C0 and C1 controls, NUL among them.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/gu;

// Most text needs none of it: looking once is cheaper than replacing twice.
const UNCLEAN =
  /\s\s|[^\S ]|[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

// As many marks as the Stream-Safe Text Format leaves on one letter (UAX #15): more cost quadratic time to put in order.
const MOST_MARKS = 30;
const TOO_MANY_MARKS = new RegExp(String.raw`(\p{M}{${MOST_MARKS}})\p{M}+`, 'gu');

/** `value` in NFC, no letter with more than 30 marks on it. */
export const compose = (value: string): string =>
  (value.length > MOST_MARKS ? value.replace(TOO_MANY_MARKS, '$1') : value).normalize('NFC');

/** One line of text: white space collapsed but not trimmed, controls gone, NFC, well-formed UTF-16. */
export const flow = (value: string): string => {
  const clean = UNCLEAN.test(value)
    ? value.replace(NO_ROOM, '').replace(SPACE, ' ').replace(CONTROL, '')
    : value;
  return compose(clean.toWellFormed());
};

/** As `flow`, and trimmed. */
export const oneLine = (value: string): string => flow(value).trim();

/** Text whose line breaks and indentation count: `\r\n` becomes `\n`, other controls but tab are gone. */
export const preformatted = (value: string): string =>
  compose(
    value
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map((line) =>
        line
          .split('\t')
          .map((part) => part.replace(NO_ROOM, '').replace(CONTROL, ''))
          .join('\t'),
      )
      .join('\n')
      .toWellFormed(),
  );

/** The first `max` UTF-16 units, never half a character. */
export const clip = (value: string, max: number): string => {
  if (value.length <= max) return value;
  const cut = value.slice(0, max);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
};
