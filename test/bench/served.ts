// One page on this machine, whatever address of it is asked for.
import { createServer } from 'node:http';

/** Serves a page until it is closed. */
export const serve = async (html: string): Promise<{ address: string; close: () => void }> => {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return { address: `http://localhost:${port}/`, close: () => server.close() };
};
