// Copies what a link leads to, in place of going there.

/** Makes the link a button; where nothing can be copied it leads there after all. */
const copyInstead = (link: HTMLAnchorElement): void => {
  const { copy = '', copied = '' } = link.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = copy;
  const said = document.createElement('output');
  said.className = 'note';
  button.addEventListener('click', async () => {
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`${answer.status}`);
      await navigator.clipboard.writeText(await answer.text());
      said.textContent = copied;
    } catch {
      location.assign(link.href);
    }
  });
  link.replaceWith(button, said);
};

/** Lets links that say so copy what they lead to. */
export const copyByButton = (): void => {
  if (!('clipboard' in navigator)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-copy]'))
    copyInstead(link);
};
