// What is asked of the database before anything is sent to it, so that several questions can share one round trip.

type Results = readonly (D1Result | undefined)[];

/** Statements, and how their results are read. */
export interface Question<T> {
  statements: readonly D1PreparedStatement[];
  read: (results: Results) => T;
  /** The same question, its answer made into something else. */
  map: <U>(make: (answer: T) => U) => Question<U>;
  /** This question and another as one. */
  and: <U>(other: Question<U>) => Question<[T, U]>;
}

/** A question of some statements, their results read by `read`. */
export const question = <T>(
  statements: readonly D1PreparedStatement[],
  read: (results: Results) => T,
): Question<T> => ({
  statements,
  read,
  map: (make) => question(statements, (results) => make(read(results))),
  and: (other) =>
    question([...statements, ...other.statements], (results) => [
      read(results.slice(0, statements.length)),
      other.read(results.slice(statements.length)),
    ]),
});
