// What makes the pages an app that can be installed: its manifest, and its icons, drawn from the one that there is.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { png, type Shape } from './png.ts';
import { ROOT } from './process.ts';
import { shapesOf } from './svg.ts';

/** The side of the icon in its own coordinates. */
const SIDE = 64;

/** The icon at `size`, its sign drawn `scale` times as large about the middle, its ground to the corners if `isFull`. */
const drawn = (icon: readonly Shape[], size: number, scale: number, isFull: boolean): Buffer => {
  const placed = icon.map(({ outlines, colour }, nth) => {
    const by = nth === 0 ? 1 : scale;
    const place = (along: number): number => ((along - SIDE / 2) * by + SIDE / 2) * (size / SIDE);
    return {
      colour,
      outlines: outlines.map((outline) => outline.map(([x, y]) => [place(x), place(y)] as const)),
    };
  });
  const [ground, ...sign] = placed;
  if (!ground || !isFull) return png(placed, size);
  const whole = [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ] as const;
  return png([{ ...ground, outlines: [whole] }, ...sign], size);
};

/**
 * By name: size, scale, and whether the ground reaches to the corners. Of a maskable icon a circle of 80 % is sure to be
 * seen (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
const ICONS = {
  '180': [180, 0.85, true],
  '192': [192, 1, false],
  '512': [512, 1, false],
  'maskable-512': [512, 0.72, true],
} as const;

/** The light value of a colour of the tokens. */
const tokenOf = (tokens: string, name: string): string => {
  const colour = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1];
  if (colour === undefined) throw new Error(`shared/ui/tokens.css has no --${name}.`);
  return colour;
};

/** The web app manifest (https://www.w3.org/TR/appmanifest/). */
const manifestWith = (paper: string) => ({
  id: '/',
  name: 'Dateline',
  short_name: 'Dateline',
  lang: 'en',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: paper,
  background_color: paper,
  icons: [
    { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  share_target: {
    action: '/keep',
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  },
});

const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), 'utf8');

/** Writes manifest and icons into the folder of what is served. */
export const buildWebApp = async (assets: string): Promise<void> => {
  const [svg, tokens] = await Promise.all([
    read('worker/pages/icon.svg'),
    read('shared/ui/tokens.css'),
  ]);
  await mkdir(path.join(assets, 'icons'), { recursive: true });
  const icon = shapesOf(svg);
  for (const [name, [size, scale, isFull]] of Object.entries(ICONS))
    await writeFile(path.join(assets, 'icons', `${name}.png`), drawn(icon, size, scale, isFull));
  await writeFile(path.join(assets, 'icon.svg'), svg);
  const manifest = manifestWith(tokenOf(tokens, 'paper'));
  await writeFile(path.join(assets, 'manifest.webmanifest'), JSON.stringify(manifest));
};
