// Asks what of the library belongs to an article, of the worker that holds its cards ready as long as the panel lives.
import type { Found, Question } from './relate.ts';

let worker: Worker | undefined;

const start = (): Worker =>
  new Worker(new URL('relate-worker.ts', import.meta.url), { type: 'module' });

/** Copies of the article, then what is related to it, the best first; none where nothing can be read. Asks this machine alone. */
export const askForRelated = (question: Question): Promise<Found[]> =>
  new Promise((resolve) => {
    worker ??= start();
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<Found[]>) => {
      port1.close();
      resolve(data);
    });
    port1.start();
    // A browser that does not run it shows the article all the same.
    worker.addEventListener('error', () => resolve([]), { once: true });
    worker.postMessage(question, [port2]);
  });
