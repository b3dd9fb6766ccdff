// Whose network asks, as limits have it.

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));

/** A network as far as one person has it: an IPv6 address by its first 64 bits (RFC 6177), anything else whole. */
export const networkOf = (address: string): string => {
  // IPv4 as a socket for both tells it (RFC 4291, 2.5.5.2): else all of IPv4 would be one network.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
