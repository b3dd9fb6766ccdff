// The order of a day's categories as a person wants it: those that they have moved go first, the rest as they weigh.

interface Grouped {
  category: string | null;
}

/** Groups with those of the categories of `order` first, as these go. */
export const inOrder = <G extends Grouped>(groups: readonly G[], order: readonly string[]): G[] => {
  const rank = ({ category }: G): number => {
    const at = category === null ? -1 : order.indexOf(category);
    return at === -1 ? order.length : at;
  };
  return groups.toSorted((one, other) => rank(one) - rank(other));
};

/**
 * The order in which `category` goes one place further up among the categories `shown`, in which it stands. Those above
 * it are in the order from then on, so that it stays below them on other days too.
 */
export const movedUp = (
  shown: readonly string[],
  category: string,
  order: readonly string[],
): readonly string[] => {
  const at = shown.indexOf(category);
  if (at < 1) return order;
  const above = shown.slice(0, at);
  const first = [...above.slice(0, -1), category, ...above.slice(-1)];
  return [...first, ...order.filter((each) => !first.includes(each))];
};
