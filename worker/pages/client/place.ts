// How far a text was read: remembered as its reader leaves, offered when they come back.
import type { ReadingWrite } from '../../../shared/schema/reading.ts';

/** Who has read less than this of a text has not begun, in blocks. */
const BEGUN = 3;

/** The block at the upper edge of what is seen; null before the text is begun and once its end was seen. */
const blockInView = (text: Element): number | null => {
  const blocks = Array.from(text.querySelectorAll('[data-block]'));
  const last = blocks.at(-1);
  if (!last || last.getBoundingClientRect().bottom <= innerHeight) return null;
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 0);
  const at = Number(first?.getAttribute('data-block') ?? 0);
  return at < BEGUN ? null : at;
};

/**
 * Remembers at an address how far a text is read, and offers to go on at `block`, where it was left. Nothing is written
 * while nobody has scrolled.
 */
export const keepPlace = (
  text: HTMLElement,
  { address, block }: { address: string; block: number | null },
  words: string,
): void => {
  let known = block;
  let hasMoved = false;

  const remember = (): void => {
    const place = blockInView(text);
    if (!hasMoved || place === known) return;
    known = place;
    const write: ReadingWrite = { place };
    // The page may be gone before there is an answer.
    void fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(write),
      keepalive: true,
    }).catch(() => undefined);
  };
  addEventListener('scroll', () => (hasMoved = true), { passive: true, once: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') remember();
  });

  const left = block === null ? null : text.querySelector(`[data-block="${block}"]`);
  if (!left) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet go-on';
  button.textContent = words;
  button.addEventListener('click', () => {
    left.scrollIntoView({ block: 'start' });
    button.remove();
  });
  text.before(button);
};
