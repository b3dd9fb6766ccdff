// A proxy on localhost that passes requests on and loses answers.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Where the connection breaks: once the request has left, once the answer is there, or within its body. */
export const CUTS = ['request sent', 'answer there', 'answer begun'] as const;
export type Cut = (typeof CUTS)[number];

const pass = async (
  target: string,
  from: IncomingMessage,
  to: ServerResponse,
  cut: Cut | null,
): Promise<void> => {
  const { method, headers } = from;
  const asked = request(target + from.url, { method, headers });
  const answering: Promise<IncomingMessage[]> = once(asked, 'response');
  answering.catch(() => {});
  asked.end(await buffer(from));
  await once(asked, 'finish');
  if (cut === 'request sent') {
    asked.destroy();
    to.destroy();
    return;
  }
  const [answer] = await answering;
  if (!answer) throw new Error('there is no answer');
  const body = await buffer(answer);
  if (cut === 'answer there') {
    to.destroy();
    return;
  }
  const { 'transfer-encoding': _chunked, ...kept } = answer.headers;
  to.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': body.length });
  if (cut === 'answer begun') to.write(body.subarray(0, body.length / 2), () => to.destroy());
  else to.end(body);
};

/** Starts a proxy to an origin; `setCut` says how the answers from now on are lost, null for not at all. */
export const startCuttingProxy = async (target: string) => {
  let cut: Cut | null = null;
  const proxy = createServer((from, to) => {
    pass(target, from, to, cut).catch(() => to.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    setCut: (next: Cut | null) => {
      cut = next;
    },
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
};
