// A button beside each address of a feed that puts it into the clipboard. Without it the address is there to be selected: a
// link leads to the page that shows its address.

const addressOf = (element: Element): string => {
  if (element instanceof HTMLAnchorElement) return element.href;
  return element instanceof HTMLInputElement ? element.value : '';
};

/** A button after `element`; `said` is where it is told that the address was copied. */
const addButton = (
  element: HTMLElement,
  said: HTMLOutputElement,
  { copy = '', copied = '' }: DOMStringMap,
): void => {
  const name = element.ariaLabel;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name === null ? 'quiet' : 'copy';
  if (name === null) button.textContent = copy;
  else button.ariaLabel = `${copy}: ${name}`;
  button.addEventListener('click', async () => {
    // The same again is said again.
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(addressOf(element));
    } catch {
      // It is selected, or there where it can be.
      if (element instanceof HTMLInputElement) element.select();
      else location.assign(addressOf(element));
      return;
    }
    for (const one of document.querySelectorAll('button.copy[data-done]'))
      one.removeAttribute('data-done');
    button.dataset['done'] = '';
    said.textContent = name === null ? copied : `${copied} ${name}`;
  });
  (element.closest('label') ?? element).after(button);
};

/** Gives each element that has an address its button. */
export const copyAddresses = (): void => {
  const main = document.querySelector<HTMLElement>('main[data-copy]');
  if (!main || !('clipboard' in navigator)) return;
  const said = document.createElement('output');
  main.append(said);
  const field = main.querySelector('input[data-address]');
  said.className = field ? 'note' : 'spoken';
  for (const element of main.querySelectorAll<HTMLElement>('[data-address]'))
    addButton(element, said, main.dataset);
  field?.closest('section')?.append(said);
};
