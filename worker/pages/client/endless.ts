// Adds the next page of a list below it as its reader comes near the end. Each page keeps its own address, which the
// browser shows while one is there, and the link to the next one stays for those who want to press it.

/** How many pages are added by themselves, so that there is an end of the page all the same. */
const MOST_PAGES = 40;
/** How near the end the next page is asked for. */
const NEAR = '1200px';

const LIST = 'main ol[data-endless]';
const NEXT = 'main nav.pages a[rel=next]';

const readPage = async (address: string): Promise<Document> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
};

/** Tells the browser, and the form that leads back here, on which of the pages one is. */
const followPages = (pages: readonly { first: Element; address: string }[]): void => {
  const here = document.querySelector<HTMLInputElement>('form[data-workspace] input[name=here]');
  const follow = (): void => {
    const page = pages.findLast(
      ({ first }, at) =>
        at === 0 || (first.isConnected && first.getBoundingClientRect().top < innerHeight / 2),
    );
    if (!page || page.address === location.href) return;
    history.replaceState(history.state, '', page.address);
    if (here) here.value = location.pathname + location.search;
  };
  addEventListener('scroll', follow, { passive: true });
  // A button may be pressed before the browser tells that it has scrolled to it.
  here?.form?.addEventListener('submit', follow);
};

/** Makes the list of this page go on by itself, where it has one that does. */
export const makeEndless = (): void => {
  const list = document.querySelector(LIST);
  const link = document.querySelector<HTMLAnchorElement>(NEXT);
  const top = list?.firstElementChild;
  if (!list || !link || !top) return;
  const pages = [{ first: top, address: location.href }];
  let isReading = false;

  const addPage = async (): Promise<void> => {
    const address = link.href;
    const page = await readPage(address);
    const items = Array.from(page.querySelectorAll(`${LIST} > li`));
    const [first] = items;
    list.append(...items);
    if (first) pages.push({ first, address });
    const further = page.querySelector(NEXT)?.getAttribute('href') ?? null;
    if (further === null) link.remove();
    else link.href = further;
  };

  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void goOn();
    },
    { rootMargin: NEAR },
  );

  const goOn = async (): Promise<void> => {
    if (isReading || !link.isConnected || pages.length >= MOST_PAGES) return;
    isReading = true;
    try {
      await addPage();
      // It may be near the end still.
      observer.unobserve(link);
      observer.observe(link);
    } catch {
      // The link leads on, and says what is wrong.
      observer.disconnect();
    } finally {
      isReading = false;
    }
  };

  observer.observe(link);
  followPages(pages);
};
