// A text with its found words marked.
import type { Marked } from '../search/extract.ts';

export const MarkedText = ({ text, marks }: Marked) => {
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <>
          {text.slice(ends[at], start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
};
