// How the mark looks, on pages of any colour.

/** The name of the highlight. */
export const MARK = 'dateline';

// Its own text colour goes with its own ground (13 to 1), so that it is read on light pages and on dark
// ones; the line under it is seen where the ground is not (red on white, 7 to 1).
export const MARK_STYLE = `::highlight(${MARK}) {
  background-color: #ffe58a;
  color: #1b1a17;
  text-decoration: underline 2px #a8201a;
}
@media (forced-colors: active) {
  ::highlight(${MARK}) {
    background-color: Mark;
    color: MarkText;
  }
}`;
