const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Has the browser ask before the page is left; answers what ends that. */
export const warnBeforeLeaving = (): (() => void) => {
  addEventListener('beforeunload', onLeave);
  return () => removeEventListener('beforeunload', onLeave);
};
