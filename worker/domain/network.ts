// Whose network asks, as limits have it.

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};

/** An IPv6 address whose last 32 bits are written as IPv4, in groups alone (RFC 4291, 2.2.3). */
const withoutDots = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });

/** A network as far as one person has it: an IPv6 address by its first 64 bits (RFC 6177), anything else whole. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = '', tail] = withoutDots(address.toLowerCase()).split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
  // IPv4 as a socket for both tells it (RFC 4291, 2.5.5.2): else all of IPv4 would be one network.
  if (all.slice(0, 6).join(':') === '0:0:0:0:0:ffff')
    return all.slice(6).flatMap(bytesOf).join('.');
  return all.slice(0, 4).join(':');
};
