import { useLayoutEffect, useRef } from 'preact/hooks';

/** The heading of a stage: it takes the focus, so that whoever hears the page hears that it has changed. */
export const Title = ({ children }: { children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anything else can be done: later it would take the focus from where a person has put it.
  useLayoutEffect(() => heading.current?.focus(), [children]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
};
