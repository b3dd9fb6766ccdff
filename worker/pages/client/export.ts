// The export, part by part into one file. Without it the link gives the first part alone.
import { importTexts } from '../../../shared/locales/imports.ts';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { Failed, send } from './requests.ts';

interface Part {
  lines: string;
  /** Where the next part is; null at the end. */
  next: string | null;
}

const nextOf = (response: Response): string | null =>
  /<([^>]+)>\s*;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;

const readPart = async (response: Response): Promise<Part> => {
  // A network's sign-in page is no part of it.
  if (!response.headers.get('content-type')?.startsWith('application/jsonl'))
    throw new Failed('offline');
  return { lines: await response.text(), next: nextOf(response) };
};

const today = (): string => {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
};

const saveFile = (name: string, parts: readonly Blob[]): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...parts], { type: 'application/jsonl' }));
  link.download = name;
  link.click();
  // Not before the browser has begun to write it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const start = (link: HTMLAnchorElement, told: HTMLElement): void => {
  const t = importTexts(chooseLanguage([document.documentElement.lang]));
  const label = link.textContent;
  // Each part as a Blob: the browser may keep those on disk.
  let parts: Blob[] = [];
  let clips = 0;
  let next: string | null = null;
  let isRunning = false;

  const fetchAll = async (): Promise<void> => {
    const watch = { signal: new AbortController().signal, onRetry: () => undefined };
    next ??= link.href;
    while (next !== null) {
      const part: Part = await send(next, {}, readPart, watch);
      parts.push(new Blob([part.lines]));
      clips += part.lines.split('\n').length - 1;
      told.textContent = t.exporting(clips);
      next = part.next;
    }
  };

  const run = async (): Promise<void> => {
    link.textContent = label;
    link.setAttribute('aria-disabled', 'true');
    isRunning = true;
    try {
      await fetchAll();
      const name = `dateline-${today()}.jsonl`;
      saveFile(name, parts);
      told.textContent = t.exported(clips, name);
      parts = [];
      clips = 0;
    } catch (error) {
      const trouble = error instanceof Failed ? error.trouble : 'refused';
      const known = trouble === 'offline' || trouble === 'busy' || trouble === 'sign-in';
      told.textContent = t.exportTroubles[known ? trouble : 'other'];
      link.textContent = t.goOn;
    }
    isRunning = false;
    link.removeAttribute('aria-disabled');
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (!isRunning) void run();
  });
};

for (const place of document.querySelectorAll('[data-export]')) {
  const link = place.querySelector('a');
  const told = place.querySelector('output');
  if (link && told) start(link, told);
}
