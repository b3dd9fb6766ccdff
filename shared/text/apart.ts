// What libraries are called where one chooses among them: by their names, and where several have the same one, by what tells
// those apart as well.

export interface Called {
  name: string;
  /** What may tell it from another one of its name, that first which says the most to a person. */
  marks: readonly string[];
}

/** The end of what no two have the same, as it stands in addresses. */
export const endOf = (id: string): string => `…${id.slice(-4)}`;

/** What is read alike is alike. */
const readAs = (name: string): string => name.normalize('NFC').trim().toLowerCase();

const areApart = (names: readonly string[]): boolean =>
  new Set(names.map(readAs)).size === names.length;

/** Those of one name, each with as many marks as it takes until no two are called alike. */
const tellApart = (twins: readonly Called[]): string[] => {
  let names = twins.map(({ name }) => name.trim());
  for (let mark = 0; !areApart(names) && mark < (twins[0]?.marks.length ?? 0); mark += 1) {
    const values = twins.map(({ marks }) => marks[mark] ?? '');
    if (new Set(values).size > 1) names = names.map((name, at) => `${name} · ${values[at]}`);
  }
  return names;
};

/** How each of these is called among them all. */
export const calledApart = <T extends Called>(all: readonly T[]): Map<T, string> => {
  const named = Map.groupBy(all, ({ name }) => readAs(name));
  return new Map(
    Array.from(named.values(), (twins) => {
      const names = tellApart(twins);
      return twins.map((one, at): [T, string] => [one, names[at] ?? one.name]);
    }).flat(),
  );
};
