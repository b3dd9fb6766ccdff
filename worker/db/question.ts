// What is asked of the databases before anything is sent to them, so that several questions can share one round trip.

type Results = readonly (D1Result | undefined)[];

/** A statement, and the database that it is for. */
export interface Asked {
  db: D1Database;
  statement: D1PreparedStatement;
}

/** Statements, and how their results are read. */
export interface Question<T> {
  asked: readonly Asked[];
  read: (results: Results) => T;
  /** The same question, its answer made into something else. */
  map: <U>(make: (answer: T) => U) => Question<U>;
  /** This question and another as one. */
  and: <U>(other: Question<U>) => Question<[T, U]>;
}

const toQuestion = <T>(asked: readonly Asked[], read: (results: Results) => T): Question<T> => ({
  asked,
  read,
  map: (make) => toQuestion(asked, (results) => make(read(results))),
  and: (other) =>
    toQuestion([...asked, ...other.asked], (results) => [
      read(results.slice(0, asked.length)),
      other.read(results.slice(asked.length)),
    ]),
});

/** A question of some statements to a database, their results read by `read`. */
export const question = <T>(
  db: D1Database,
  statements: readonly D1PreparedStatement[],
  read: (results: Results) => T,
): Question<T> =>
  toQuestion(
    statements.map((statement) => ({ db, statement })),
    read,
  );

/** The same question, its answer read by whoever wants it. */
export const unread = <T>({ asked, read }: Question<T>): Question<() => T> =>
  toQuestion(asked, (results) => () => read(results));

/** A question that asks nothing. */
export const answered = <T>(answer: T): Question<T> => toQuestion([], () => answer);

/** Several questions as one. */
export const together = <T>(questions: readonly Question<T>[]): Question<T[]> =>
  toQuestion(
    questions.flatMap(({ asked }) => asked),
    (results) => {
      const left = [...results];
      return questions.map(({ asked, read }) => read(left.splice(0, asked.length)));
    },
  );
