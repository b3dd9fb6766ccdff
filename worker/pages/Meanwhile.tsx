// What somebody else has stored while a form was open, above what was typed into it, which is kept: nothing is overwritten.
// It has the focus, as `Done` has, and the field that it is about comes next.
import type { ComponentChildren } from 'preact';

/** What the field says of itself whose value is to be looked at again. */
export const REFUSED = { 'aria-invalid': true, 'aria-describedby': 'meanwhile' } as const;

export const Meanwhile = ({ children }: { children: ComponentChildren }) => (
  <p id="meanwhile" class="error" role="alert" tabIndex={-1} autofocus aria-labelledby="meanwhile">
    {children}
  </p>
);
