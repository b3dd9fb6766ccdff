/** Sections from the outermost on. Each stands for itself: marks of direction in one that are left open end with it. */
export const Sections = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name, at) => (
      <>
        {at > 0 && ' › '}
        <bdi>{name}</bdi>
      </>
    ))}
  </>
);
