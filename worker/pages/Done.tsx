// What a page says of the act that led to it. It has the focus, so that who cannot see it hears it, and goes on from
// there; the address of such a page ends in no fragment, as then the browser would give the focus to nothing.
import type { ComponentChildren } from 'preact';

export const Done = ({ children }: { children: ComponentChildren }) => (
  // What has the focus is told by its name, and this has none but what it says.
  <output id="done" class="done" tabIndex={-1} autofocus aria-labelledby="done">
    {children}
  </output>
);
