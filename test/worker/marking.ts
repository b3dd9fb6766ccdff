// What a reader marks in a sample, and how a client writes it.
import type { Mark } from '../../shared/schema/highlight.ts';

export const mark = (changed: Partial<Mark> = {}): Mark => ({
  anchor: {
    quote: 'happened today',
    before: 'It ',
    after: '. Nobody knows why.',
    start: 3,
    end: 17,
  },
  colour: 'yellow',
  note: '',
  ...changed,
});

/** The body that sets a highlight of a keep; `to`: null to take it away. */
export const marking = (keep: string, highlight: string, to: unknown) => ({
  version: 1,
  keep,
  highlight,
  mark: to,
});
