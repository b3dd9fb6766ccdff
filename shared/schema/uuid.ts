const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A UUID version 7 (RFC 9562, 5.7), lower case.
 * @param now milliseconds since 1970
 * @param random 10 random bytes
 */
export const uuidV7 = (now: number, random: Uint8Array): string => {
  const time = hex(now, 12);
  const tail = Array.from(random.subarray(0, 10), (byte) => hex(byte, 2)).join('');
  const variant = hex(0b1000 | (Number.parseInt(tail.charAt(3), 16) & 0b0011), 1);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${tail.slice(0, 3)}`,
    `${variant}${tail.slice(4, 7)}`,
    tail.slice(7, 19),
  ].join('-');
};

/** A UUID version 7 of this moment. */
export const newUuid = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
