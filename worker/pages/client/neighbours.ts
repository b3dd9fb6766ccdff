// Leads from a clip to its neighbours in the list that one came from, and back there. This tab remembers the list.
import * as v from 'valibot';
import { areKeysOn, isTyping } from './keys-off.ts';

const LIST = 'dateline:list';
const CLIP = /^\/w\/[^/]+\/clip\/[^/]+$/;

const Left = v.object({
  /** The address of the list, and of its next page. */
  address: v.string(),
  next: v.nullable(v.string()),
  clips: v.array(v.object({ path: v.string(), title: v.string() })),
});
type Left = v.InferOutput<typeof Left>;

const listHere = (): Left => {
  const clips = new Map<string, string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
    const isClip = link.origin === location.origin && CLIP.test(link.pathname);
    // A clip that is listed twice is where it stands first.
    if (isClip && !clips.has(link.pathname)) clips.set(link.pathname, link.textContent);
  }
  return {
    address: location.pathname + location.search,
    next: document.querySelector('main a[rel=next]')?.getAttribute('href') ?? null,
    clips: Array.from(clips, ([path, title]) => ({ path, title })),
  };
};

/** Remembers the list of this page, if that is one, once a clip is opened from it. */
const rememberList = (): void =>
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a') : null;
    if (link?.origin === location.origin && CLIP.test(link.pathname))
      sessionStorage.setItem(LIST, JSON.stringify(listHere()));
  });

const readList = (): Left | null => {
  try {
    const found = v.safeParse(Left, JSON.parse(sessionStorage.getItem(LIST) ?? ''));
    return found.success ? found.output : null;
  } catch {
    return null;
  }
};

/** Shows the ways from this clip, where the list that one came from has it. */
const offerWays = (nav: HTMLElement): void => {
  const list = readList();
  const at = list?.clips.findIndex(({ path }) => path === location.pathname) ?? -1;
  if (!list || at < 0) return;
  const ways = {
    prev: list.clips[at - 1],
    list: { path: list.address, title: '' },
    next: list.clips[at + 1] ?? (list.next === null ? undefined : { path: list.next, title: '' }),
  };
  for (const [name, way] of Object.entries(ways)) {
    const link = nav.querySelector<HTMLAnchorElement>(`[data-way=${name}]`);
    if (way && link) {
      link.href = way.path;
      if (way.title !== '') link.title = way.title;
    } else link?.remove();
  }
  nav.hidden = false;
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const way = event.key === 'j' ? 'next' : event.key === 'k' ? 'prev' : null;
    if (way && isPlain && areKeysOn() && !isTyping(event.target))
      nav.querySelector<HTMLAnchorElement>(`[data-way=${way}]`)?.click();
  });
};

/** Keeps the way between clips and their lists. */
export const keepNeighbours = (): void => {
  const nav = document.querySelector<HTMLElement>('[data-neighbours]');
  if (nav) offerWays(nav);
  else rememberList();
};
