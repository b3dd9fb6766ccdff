/** The wordmark. The red stop is ink on paper, not a letter: a screen reader hears the name alone. */
export const Mark = () => (
  <>
    Dateline<i aria-hidden="true">.</i>
  </>
);
