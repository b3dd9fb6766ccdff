// What is done in steps goes on by itself, in place. Without it a button makes each step.

const fieldsOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams(
    Array.from(new FormData(form)).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** The main part of the page that a step answers; null where it failed. */
const step = async (form: HTMLFormElement): Promise<HTMLElement | null> => {
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fieldsOf(form) });
    if (!answer.ok) return null;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return next.querySelector('main');
  } catch {
    return null;
  }
};

const run = async (first: HTMLFormElement): Promise<void> => {
  let form = first;
  const told = document.querySelector('[data-told]');
  for (;;) {
    const button = form.querySelector('button');
    button?.toggleAttribute('hidden', true);
    const next = await step(form);
    const following = next?.querySelector<HTMLFormElement>('form[data-go-on]');
    if (!next) {
      button?.toggleAttribute('hidden', false);
      if (told) told.textContent = form.dataset['goOn'] ?? '';
      return;
    }
    if (!following) {
      const title = next.querySelector('h1');
      document.querySelector('main')?.replaceWith(next);
      title?.setAttribute('tabindex', '-1');
      title?.focus();
      return;
    }
    if (told) told.textContent = next.querySelector('[data-told]')?.textContent ?? '';
    form.replaceWith(following);
    form = following;
  }
};

/** Goes on with what the page has begun. */
export const goOn = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-go-on]');
  if (form) void run(form);
};
