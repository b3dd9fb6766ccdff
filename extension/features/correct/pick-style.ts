// How the block looks that would be picked, on pages of any colour.

/** The name of the highlight: it says nothing of what is marked. */
export const PICK_MARK = 'dateline-pick';

// Its own text colour goes with its own ground, 13 to 1, on light pages and on dark ones.
export const PICK_STYLE = `::highlight(${PICK_MARK}) {
  background-color: #ffe58a;
  color: #1b1a17;
}
@media (forced-colors: active) {
  ::highlight(${PICK_MARK}) {
    background-color: Mark;
    color: MarkText;
  }
}`;
