// From a file's bytes to its text, or what kind of file it is that holds no text of addresses.

/** What a file is that cannot be read. */
export type NotText = 'empty' | 'packed' | 'picture' | 'binary';

const KINDS: readonly (readonly [magic: readonly number[], kind: NotText])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'packed'], // zip
  [[0x50, 0x4b, 0x05, 0x06], 'packed'], // a zip without files
  [[0x1f, 0x8b], 'packed'], // gzip
  [[0x37, 0x7a, 0xbc, 0xaf], 'packed'], // 7z
  [[0x52, 0x61, 0x72, 0x21], 'packed'], // rar
  [[0x89, 0x50, 0x4e, 0x47], 'picture'], // png
  [[0xff, 0xd8, 0xff], 'picture'], // jpeg
  [[0x47, 0x49, 0x46, 0x38], 'picture'], // gif
  [[0x52, 0x49, 0x46, 0x46], 'picture'], // webp
];

/** How far into a file a NUL or the name of an encoding is looked for. */
const HEAD = 4_096;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const wideEncoding = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
};

// The bytes up to the name of an encoding are ASCII in every encoding that can come here.
const declaredEncoding = (bytes: Uint8Array): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'windows-1252';
};

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a file, without its byte order mark: UTF-16 where such a mark says so, else UTF-8, else the
 * encoding that its HTML names, else windows-1252.
 */
export const readText = (bytes: Uint8Array): { text: string } | { kind: NotText } => {
  if (bytes.length === 0) return { kind: 'empty' };
  const known = KINDS.find(([magic]) => startsWith(bytes, magic));
  if (known) return { kind: known[1] };
  const wide = wideEncoding(bytes);
  if (!wide && bytes.subarray(0, HEAD).includes(0)) return { kind: 'binary' };
  const text =
    decode(bytes, wide ?? 'utf-8') ??
    decode(bytes, declaredEncoding(bytes)) ??
    new TextDecoder('windows-1252').decode(bytes);
  if (text.trim() === '') return { kind: 'empty' };
  return text.startsWith('%PDF') ? { kind: 'binary' } : { text };
};
