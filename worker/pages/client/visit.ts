// Tells the server that a day was seen, once its page was shown for a few seconds: no request of a link asks for that.

const SHOWN_MS = 4_000;

/** Says once of a page with something unseen that it was shown. */
export const tellVisit = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-visit]');
  if (!form) return;
  const fields = Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
  const body = new URLSearchParams([...fields, ['do', 'shown']]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    document.removeEventListener('visibilitychange', wait);
    // What is not heard is told by the next page.
    fetch(form.action, { method: 'POST', body, keepalive: true }).catch(() => undefined);
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') timer = setTimeout(tell, SHOWN_MS);
  };
  document.addEventListener('visibilitychange', wait);
  wait();
};
