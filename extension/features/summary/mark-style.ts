// How the mark looks, on pages of any colour.

// Its own text colour goes with its own ground (13 to 1), so that it is read on light pages and on dark
// ones; the line under it is seen where the ground is not (red on white, 7 to 1).
export const markStyle = (name: string): string => `::highlight(${name}) {
  background-color: #ffe58a;
  color: #1b1a17;
  text-decoration: underline 2px #a8201a;
}
@media (forced-colors: active) {
  ::highlight(${name}) {
    background-color: Mark;
    color: MarkText;
  }
}`;
