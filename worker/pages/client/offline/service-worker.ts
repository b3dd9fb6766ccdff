// Shows the last seven days without a network. The network goes first: what was put by is shown where that does not
// answer.
import { addDays, dayIn } from '../../../../shared/digest/days.ts';
import { READER_HEADER } from '../../reader-header.ts';
import {
  assetAt,
  forgetOthers,
  forgetPages,
  forgetWorkspace,
  keepPage,
  keptPage,
  keptPlaces,
  pathOf,
  placeOf,
  weekIsKept,
  weekKept,
} from './kept.ts';
import { asItWas, listOfDays, nothingHere } from './page.ts';

declare const self: ServiceWorkerGlobalScope;

/** Days before the present one that are put by with it. */
const DAYS_BEFORE = 6;

const daysBefore = (day: string): string[] =>
  Array.from({ length: DAYS_BEFORE }, (_, at) => addDays(day, -at - 1)).filter(
    (each) => each !== null,
  );

/** Does what the answer to a path asks for; answers whose page was put by, or null where none was. */
const take = async (path: string, answer: Response): Promise<string | null> => {
  // Nobody is signed in any more.
  if (answer.status === 401) await forgetOthers(null);
  const reader = answer.headers.get(READER_HEADER);
  if (reader === null) return null;
  await forgetOthers(reader);
  const place = placeOf(path);
  if (!place) return null;
  // The reader is no member of it any more.
  if (answer.status === 404) await forgetWorkspace(place.workspace);
  if (answer.status !== 200 || answer.redirected) return null;
  await keepPage(reader, path, answer);
  return reader;
};

/** Whether a day is the present one of some zone: which one the workspace has is not known here. */
const isPresent = (day: string): boolean => {
  const here = dayIn(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  return [addDays(here, -1), here, addDays(here, 1)].includes(day);
};

/** Puts by what a page that was visited leads to: with today's the six days before it and the library, once a day. */
const follow = async (path: string, reader: string): Promise<void> => {
  const { workspace, day } = placeOf(path) ?? { workspace: '', day: null };
  if (day === null || !isPresent(day) || day <= (await weekKept(reader, workspace))) return;
  const before = daysBefore(day);
  for (const each of [null, ...before]) {
    const next = pathOf({ workspace, day: each });
    if ((await take(next, await fetch(next))) !== reader) return;
  }
  await forgetPages(workspace, (each) => each !== null && each < (before.at(-1) ?? ''));
  await weekIsKept(reader, workspace, day);
};

const visited = async (path: string, answer: Response): Promise<void> => {
  const reader = await take(path, answer);
  if (reader !== null) await follow(path, reader);
};

const TYPE = { 'Content-Type': 'text/html; charset=utf-8' };

const html = (content: string, status: number, headers: HeadersInit = TYPE): Response =>
  new Response(content, { status, headers });

/** What is shown of a path without a network. */
const offline = async (path: string): Promise<Response> => {
  const place = placeOf(path);
  const page = place && (await keptPage(place));
  if (page) return html(asItWas(page.html, page.at, new Date()), 200, page.headers);
  const all = await keptPlaces();
  const [newest] = all;
  // Home is today's page: the newest of those that are here.
  if (path === '/' && newest) return Response.redirect(pathOf(newest), 302);
  // Of several workspaces the one that was asked for, where it is here.
  const asked = /^\/w\/([^/?]+)/.exec(path)?.[1];
  const workspace = all.some((each) => each.workspace === asked) ? asked : newest?.workspace;
  const frame = newest && (await keptPage(newest));
  if (!frame) return html(nothingHere(navigator.language.startsWith('vi') ? 'vi' : 'en'), 503);
  const days = all.flatMap(({ day, ...each }) =>
    day !== null && each.workspace === workspace ? [{ day, path: pathOf({ day, ...each }) }] : [],
  );
  return html(listOfDays(frame.html, days), 503, frame.headers);
};

const navigate = async (event: FetchEvent, path: string): Promise<Response> => {
  try {
    const answer = await fetch(event.request);
    // Of a page that is not put by nothing is read but whose it is.
    const copy = placeOf(path) ? answer.clone() : answer;
    // A page is shown all the same where it cannot be put by.
    event.waitUntil(visited(path, copy).catch(() => undefined));
    return answer;
  } catch {
    return offline(path);
  }
};

/** Puts by the pages that are open already when this begins. */
const begin = async (): Promise<void> => {
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const { pathname: path } = new URL(url);
    if (placeOf(path)) await visited(path, await fetch(path));
  }
};

/** No pages of a reader. What a feed is opened as (`Sec-Fetch-Dest`) the server hears from the browser alone. */
const NO_PAGES = /^\/(?:api|feed|sample)\//;

/** Sends on what a page sends as it goes: that page is not there any more to do it. */
const sendOn = async (request: Request): Promise<Response> => {
  const { url, method, headers } = request;
  return fetch(url, { method, headers, body: await request.arrayBuffer() });
};

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(begin().catch(() => undefined)));
self.addEventListener('fetch', (event) => {
  const { method, mode, url, keepalive } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (origin !== self.location.origin) return;
  if (method !== 'GET') {
    if (keepalive) event.respondWith(sendOn(event.request));
  } else if (pathname.startsWith('/assets/')) event.respondWith(assetAt(pathname));
  else if (mode === 'navigate' && !NO_PAGES.test(pathname))
    event.respondWith(navigate(event, pathname + search));
});
