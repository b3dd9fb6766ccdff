/** The text of a piece of HTML, captions left out; blocks end lines, so that words of two are not read as one. */
export const textOf = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const caption of body.querySelectorAll('figcaption')) caption.remove();
  for (const block of body.querySelectorAll(
    'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,tr,td,th,br,pre',
  ))
    block.append('\n');
  return body.textContent ?? '';
};
