// Which databases there are: the accounts lie in the first, and each library in one of them.
import { Unavailable } from './database.ts';

/** The binding of the database in which the accounts lie, and the libraries that were put nowhere else. */
export const FIRST = 'DB';

/** The databases that the platform hands over, by their bindings. */
export interface Bound {
  DB: D1Database;
  [further: `DB_${number}`]: D1Database;
  /** The binding of that in which libraries are made; `DB` where it is not told. */
  NEW_LIBRARIES_IN?: string;
}

export interface Databases {
  /** That of the accounts. */
  control: D1Database;
  /** The bindings of all, that of the accounts first. */
  names: readonly string[];
  /** The binding of that in which libraries are made. */
  newIn: string;
  /** The database of a binding. Throws Unavailable where none is bound. */
  at: (binding: string) => D1Database;
}

const isFurther = (name: string): name is `DB_${number}` => /^DB_\d+$/.test(name);

/** The databases that are bound. */
export const databasesOf = (bound: Bound): Databases => {
  const further = Object.keys(bound).filter(isFurther);
  return {
    control: bound.DB,
    names: [FIRST, ...further.toSorted()],
    newIn: bound.NEW_LIBRARIES_IN || FIRST,
    at: (binding) => {
      const db = binding === FIRST ? bound.DB : isFurther(binding) ? bound[binding] : undefined;
      if (!db) throw new Unavailable(`no database is bound as ${binding}`);
      return db;
    },
  };
};
