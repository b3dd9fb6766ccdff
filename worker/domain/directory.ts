// What an isolate remembers of where libraries lie: a hint, which is never believed without the accounts' own word.

/** A workspace by its id, or a library by its number, as the tokens of feeds and links name it. */
export type LibraryKey = string | number;

export interface Directory {
  /** The binding of the database in which a library was last; null where it lay beside the accounts, or nobody knows. */
  lastOf: (key: LibraryKey) => string | null;
  note: (key: LibraryKey, binding: string | null) => void;
}

/** Of how many libraries it is remembered that they lie elsewhere. */
const MOST = 10_000;

export const makeDirectory = (): Directory => {
  const elsewhere = new Map<LibraryKey, string>();
  return {
    lastOf: (key) => elsewhere.get(key) ?? null,
    note: (key, binding) => {
      elsewhere.delete(key);
      if (elsewhere.size >= MOST) elsewhere.clear();
      if (binding !== null) elsewhere.set(key, binding);
    },
  };
};
