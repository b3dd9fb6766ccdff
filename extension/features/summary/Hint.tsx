import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface HintProps {
  /** What is told on pointing, on focus and on tapping; Escape puts it away (WCAG 2.2, 1.4.13). */
  hint: string;
  children: ComponentChildren;
}

/** Text with a remark. */
export const Hint = ({ hint, children }: HintProps) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span class="hint" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button
        type="button"
        class="hint-about"
        aria-describedby={id}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        {children}
      </button>
      <span class="hint-text" role="tooltip" id={id} hidden={!open}>
        {hint}
      </span>
    </span>
  );
};
