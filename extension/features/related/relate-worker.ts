// Runs beside the panel: to read 20,000 cards and make them ready takes more than a second, in which the panel answers.
import { createRelater, type Question } from './relate.ts';

const relate = createRelater();

self.addEventListener('message', ({ data, ports }: MessageEvent<Question>) => {
  const [port] = ports;
  void relate(data)
    // Without a mirror that can be read nothing belongs to the article.
    .catch(() => [])
    .then((found) => port?.postMessage(found));
});
