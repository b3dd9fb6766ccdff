// A proxy on localhost that writes down all that a browser sends through it. It passes plain HTTP on to
// this machine; to any other it refuses, as it refuses what is encrypted.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { portOf } from './panel-pages.ts';

export interface Sent {
  method: string;
  /** The whole address; of an encrypted connection only its host and port. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Every byte of it: the first line, the headers as they were sent, and the body. */
  text: string;
}

export interface RecordingProxy {
  /** What Chromium needs to send everything through it, to this machine too. */
  arguments: readonly string[];
  /** In the order of arrival. */
  sent: Sent[];
  stop: () => void;
}

const writeDown = async (from: IncomingMessage): Promise<Sent> => {
  const { method = '', url = '', headers, rawHeaders } = from;
  const body = (await buffer(from)).toString('utf8');
  return { method, url, headers, body, text: [method, url, ...rawHeaders, body].join('\n') };
};

const passOn = async ({ method, url, headers, body }: Sent, to: ServerResponse): Promise<void> => {
  if (!['localhost', '127.0.0.1'].includes(new URL(url).hostname)) {
    to.writeHead(502).end();
    return;
  }
  const asked = request(url, { method, headers });
  const answering: Promise<IncomingMessage[]> = once(asked, 'response');
  asked.end(body);
  const [answer] = await answering;
  if (!answer) throw new Error('there is no answer');
  to.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(to);
};

/** Starts the proxy on a free port. */
export const startRecordingProxy = async (): Promise<RecordingProxy> => {
  const sent: Sent[] = [];
  const proxy = createServer((from, to) => {
    writeDown(from)
      .then((written) => {
        sent.push(written);
        return passOn(written, to);
      })
      .catch(() => to.destroy());
  });
  proxy.on('connect', ({ url = '', headers }: IncomingMessage, socket) => {
    sent.push({ method: 'CONNECT', url, headers, body: '', text: url });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    arguments: [`--proxy-server=127.0.0.1:${portOf(proxy)}`, '--proxy-bypass-list=<-loopback>'],
    sent,
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
};
