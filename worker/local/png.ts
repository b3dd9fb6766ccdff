// Shapes of one colour each, drawn one over the other, as a PNG.
import { crc32, deflateSync } from 'node:zlib';

export type Point = readonly [x: number, y: number];

/** Closed outlines; what lies within an even number of them is outside. */
export interface Shape {
  outlines: readonly (readonly Point[])[];
  /** `#rrggbb`. */
  colour: string;
}

/** Lines in each row of pixels. */
const FINE = 8;

/** Where the outlines cross a horizontal line, from left to right. */
const crossings = (outlines: Shape['outlines'], y: number): number[] =>
  outlines
    .flatMap((outline) =>
      outline.flatMap(([x0, y0], at) => {
        const [x1, y1] = outline[(at + 1) % outline.length] ?? [x0, y0];
        return y0 <= y !== y1 <= y ? [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)] : [];
      }),
    )
    .sort((one, other) => one - other);

/** How much of each pixel of a row lies within the outlines, from 0 to 1. */
const coverage = (outlines: Shape['outlines'], row: number, size: number): Float64Array => {
  const covered = new Float64Array(size);
  for (let line = 0; line < FINE; line += 1) {
    const ends = crossings(outlines, row + (line + 0.5) / FINE);
    for (let at = 0; at + 1 < ends.length; at += 2) {
      const [from = 0, to = 0] = ends.slice(at, at + 2).map((x) => Math.min(size, Math.max(0, x)));
      for (let pixel = Math.floor(from); pixel < to; pixel += 1)
        covered[pixel] =
          (covered[pixel] ?? 0) + (Math.min(to, pixel + 1) - Math.max(from, pixel)) / FINE;
    }
  }
  return covered;
};

const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** The pixels of a square, four bytes each: red, green, blue and how opaque. */
const draw = (shapes: readonly Shape[], size: number): Uint8Array => {
  const pixels = new Uint8Array(size * size * 4);
  for (const { outlines, colour } of shapes) {
    const channels = channelsOf(colour);
    for (let row = 0; row < size; row += 1)
      for (const [column, over] of coverage(outlines, row, size).entries()) {
        if (over === 0) continue;
        const at = (row * size + column) * 4;
        const under = ((pixels[at + 3] ?? 0) / 255) * (1 - over);
        for (const [channel, value] of channels.entries())
          pixels[at + channel] = Math.round(
            (value * over + (pixels[at + channel] ?? 0) * under) / (over + under),
          );
        pixels[at + 3] = Math.round((over + under) * 255);
      }
  }
  return pixels;
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A square of `size` pixels with these shapes, whose coordinates are pixels, as a PNG. */
export const png = (shapes: readonly Shape[], size: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, four channels.
  header.set([8, 6], 8);
  const pixels = draw(shapes, size);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1)
    rows.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
