// Takes the focus over from a control that goes away once it has done its work.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What takes it, first of all: what is told, else where one begins anew. */
const TAKERS = '[data-news], input';

/** The focus goes to what is marked `data-news` in it, to its first field, or to the box itself. */
export const KeptFocus = ({ children }: { children: ComponentChildren }) => {
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = box.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!hadFocus || box.current?.contains(document.activeElement)) return;
    (box.current?.querySelector<HTMLElement>(TAKERS) ?? box.current)?.focus();
  });
  return (
    <div class="kept-focus" tabIndex={-1} ref={box}>
      {children}
    </div>
  );
};
