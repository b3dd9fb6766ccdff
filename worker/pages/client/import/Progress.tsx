/** How often progress is spoken: every time so many parts of the whole are done. */
const SPOKEN = 5;

/** How far something long has come: a bar, the numbers, and now and then the same aloud. */
export const Progress = ({
  label,
  done,
  all,
  words,
}: {
  label: string;
  done: number;
  all: number;
  words: (done: number, all: number) => string;
}) => {
  const milestone = Math.floor((Math.floor((done / all) * SPOKEN) / SPOKEN) * all);
  return (
    <>
      <progress aria-label={label} max={all} value={done} />
      <p class="numbers" aria-hidden="true">
        {words(done, all)}
      </p>
      <output class="spoken">{words(milestone, all)}</output>
    </>
  );
};
