// Pages that a browser has put by for a time without a network. They are of one reader: whatever comes for another one
// takes those away, whoever is signed in by then.
import * as v from 'valibot';
import { PlainDate } from '../../../../shared/schema/text.ts';

const PAGES_OF = 'pages of ';
const ASSETS = 'assets';
/** The header that says when a page was put by. */
const KEPT_AT = 'kept-at';

/** The page of a day, or that of the library where `day` is null. */
export interface Place {
  workspace: string;
  day: string | null;
}

/** What a path of ours leads to, where that is put by; a path with a query is another one. */
export const placeOf = (path: string): Place | null => {
  const [, workspace, day = null] = /^\/w\/([^/?]+)\/(?:day\/([^/?]+)|library)$/.exec(path) ?? [];
  return workspace === undefined || !v.is(v.nullable(PlainDate), day) ? null : { workspace, day };
};

export const pathOf = ({ workspace, day }: Place): string =>
  `/w/${workspace}/${day === null ? 'library' : `day/${day}`}`;

const namesOfPages = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PAGES_OF));

/** Forgets the pages of everybody but one reader; of everybody where that is null. */
export const forgetOthers = async (reader: string | null): Promise<void> => {
  for (const name of await namesOfPages())
    if (name !== `${PAGES_OF}${reader ?? ''}`) await caches.delete(name);
};

const pathsIn = async (cache: Cache): Promise<string[]> =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname);

/** Forgets the pages of a workspace for which `isGone`. */
export const forgetPages = async (
  workspace: string,
  isGone: (day: string | null) => boolean,
): Promise<void> => {
  for (const name of await namesOfPages()) {
    const cache = await caches.open(name);
    for (const path of await pathsIn(cache)) {
      const place = placeOf(path);
      if (place?.workspace === workspace && isGone(place.day)) await cache.delete(path);
    }
  }
};

/** An asset as it was put by, or else from the network: what stands at its address never changes. */
export const assetAt = async (path: string): Promise<Response> => {
  const cache = await caches.open(ASSETS);
  const known = await cache.match(path);
  if (known) return known;
  const answer = await fetch(path);
  if (answer.ok) await cache.put(path, answer.clone());
  return answer;
};

/** The scripts and styles that a page names. */
const assetsOf = (html: string): string[] =>
  Array.from(html.matchAll(/"(\/assets\/[^"]+)"/g), ([, path = '']) => path);

/** Puts a page of a reader by, and what it needs to be shown. */
export const keepPage = async (reader: string, path: string, answer: Response): Promise<void> => {
  const html = await answer.text();
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  const cache = await caches.open(PAGES_OF + reader);
  await cache.put(path, new Response(html, { headers }));
  for (const asset of assetsOf(html)) await assetAt(asset);
};

export interface KeptPage extends Place {
  html: string;
  headers: Headers;
  at: Date;
}

/** The page that was put by of a place; null where none was. */
export const keptPage = async (place: Place): Promise<KeptPage | null> => {
  for (const cacheName of await namesOfPages()) {
    const found = await caches.match(pathOf(place), { cacheName });
    if (found) {
      const at = new Date(found.headers.get(KEPT_AT) ?? 0);
      return { ...place, html: await found.text(), headers: found.headers, at };
    }
  }
  return null;
};

/** All that is put by, the newest day first and libraries last. */
export const keptPlaces = async (): Promise<Place[]> => {
  const names = await namesOfPages();
  const paths = await Promise.all(names.map(async (name) => pathsIn(await caches.open(name))));
  return paths
    .flat()
    .flatMap((path) => placeOf(path) ?? [])
    .sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? 1 : -1));
};

// Beside the pages, at an address that none of them has.
const weekPath = (workspace: string): string => `/w/${workspace}/week`;

/** The last day of the week that was put by of a workspace, or ''. */
export const weekKept = async (reader: string, workspace: string): Promise<string> => {
  const cache = await caches.open(PAGES_OF + reader);
  return (await (await cache.match(weekPath(workspace)))?.text()) ?? '';
};

/** The build that an asset is of. */
const folderOf = (path: string): string => path.split('/')[2] ?? '';

/** Forgets all pages of a workspace, and that its week is put by. */
export const forgetWorkspace = async (workspace: string): Promise<void> => {
  await forgetPages(workspace, () => true);
  for (const name of await namesOfPages())
    await (await caches.open(name)).delete(weekPath(workspace));
};

/** Remembers that a week is put by, and forgets the assets that no page needs any more. */
export const weekIsKept = async (reader: string, workspace: string, day: string): Promise<void> => {
  const cache = await caches.open(PAGES_OF + reader);
  await cache.put(weekPath(workspace), new Response(day));
  const pages = await Promise.all((await keptPlaces()).map(keptPage));
  const needed = new Set(pages.flatMap((page) => assetsOf(page?.html ?? '')).map(folderOf));
  const assets = await caches.open(ASSETS);
  for (const path of await pathsIn(assets))
    if (!needed.has(folderOf(path))) await assets.delete(path);
};
