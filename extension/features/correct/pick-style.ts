// How the block looks that would be picked, on pages of any colour.

// Its own text colour goes with its own ground, 13 to 1, on light pages and on dark ones.
export const pickStyle = (name: string): string => `::highlight(${name}) {
  background-color: #ffe58a;
  color: #1b1a17;
}
@media (forced-colors: active) {
  ::highlight(${name}) {
    background-color: Mark;
    color: MarkText;
  }
}`;
