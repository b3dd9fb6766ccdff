// The shapes of an SVG that is as simple as our icon: a rectangle, paths of lines and cubic curves, circles.
import type { Point, Shape } from './png.ts';

/** Lines that stand for a curve. */
const LINES = 24;

const point = ([x, y]: Point, [dx, dy]: Point): Point => [x + dx, y + dy];

const curve = (from: Point, one: Point, other: Point, to: Point): Point[] =>
  Array.from({ length: LINES }, (_, at) => {
    const t = (at + 1) / LINES;
    const along = (axis: 0 | 1): number =>
      (1 - t) ** 3 * from[axis] +
      3 * (1 - t) ** 2 * t * one[axis] +
      3 * (1 - t) * t ** 2 * other[axis] +
      t ** 3 * to[axis];
    return [along(0), along(1)];
  });

/** Of each command the numbers that it takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, z: 0 };

/** The outlines of a path (SVG 2, 9.3). Throws for a command that our icon has no need of. */
const outlinesOf = (path: string): Point[][] => {
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  let at: Point = [0, 0];
  /** The second control point of the curve before. */
  let control: Point | null = null;
  for (const [, letter = '', written = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toLowerCase();
    const takes = TAKES[command];
    if (takes === undefined) throw new Error(`The icon has a path with '${letter}'.`);
    const numbers = Array.from(written.matchAll(/-?(?:\d*\.)?\d+/g), Number);
    for (let next = 0; next === 0 || next < numbers.length; next += Math.max(1, takes)) {
      const own = numbers.slice(next, next + takes);
      const from: Point = letter === command ? at : [0, 0];
      const pointAt = (pair: number): Point =>
        point(from, [own[2 * pair] ?? 0, own[2 * pair + 1] ?? 0]);
      if (command === 'z') {
        at = outline[0] ?? at;
        control = null;
        continue;
      }
      if (command === 'c' || command === 's') {
        const mirrored: Point = control ? [2 * at[0] - control[0], 2 * at[1] - control[1]] : at;
        const [one, other, to]: Point[] =
          command === 'c'
            ? [pointAt(0), pointAt(1), pointAt(2)]
            : [mirrored, pointAt(0), pointAt(1)];
        if (!one || !other || !to) continue;
        outline.push(...curve(at, one, other, to));
        [control, at] = [other, to];
        continue;
      }
      control = null;
      if (command === 'h') at = [from[0] + (own[0] ?? 0), at[1]];
      else if (command === 'v') at = [at[0], from[1] + (own[0] ?? 0)];
      else at = pointAt(0);
      if (command === 'm' && next === 0) {
        outline = [at];
        outlines.push(outline);
      } else outline.push(at);
    }
  }
  return outlines;
};

const circle = (cx: number, cy: number, r: number): Point[] =>
  Array.from({ length: 8 * LINES }, (_, at) => {
    const angle = (at / (4 * LINES)) * Math.PI;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });

/** A rectangle with rounded corners from the origin. */
const rectangle = (width: number, height: number, r: number): Point[] =>
  (
    [
      [width - r, height - r, 0],
      [r, height - r, 1],
      [r, r, 2],
      [width - r, r, 3],
    ] as const
  ).flatMap(([cx, cy, quarter]) =>
    r === 0
      ? [[cx, cy] satisfies Point]
      : circle(cx, cy, r).slice(quarter * 2 * LINES, (quarter + 1) * 2 * LINES + 1),
  );

/** The shapes of an SVG in its own coordinates, in their order. */
export const shapesOf = (svg: string): Shape[] =>
  Array.from(svg.matchAll(/<(rect|path|circle) ([^>]*)>/g), ([, name, written = '']) => {
    const told = new Map(
      Array.from(written.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [
        key,
        value,
      ]),
    );
    const number = (key: string): number => Number(told.get(key) ?? 0);
    const colour = told.get('fill') ?? '#000000';
    if (name === 'path') return { outlines: outlinesOf(told.get('d') ?? ''), colour };
    const outline =
      name === 'circle'
        ? circle(number('cx'), number('cy'), number('r'))
        : rectangle(number('width'), number('height'), number('rx'));
    return { outlines: [outline], colour };
  });
