// A proxy on localhost that stops a write on its way: before the library has it, or on the way back.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { portOf } from './panel-pages.ts';

/** A write that is held. */
export interface Held {
  /** Resolves once it is held. */
  reached: Promise<void>;
  /** Passes it on, whoever still waits for it; resolves once the library has answered. */
  letGo: () => Promise<void>;
}

export interface Gate {
  origin: string;
  /** Holds the next write: with the request in full, or with the library's answer in full. */
  hold: (what: 'request' | 'answer') => Held;
  /** Whether anything passes. */
  setOpen: (open: boolean) => void;
  stop: () => void;
}

interface Trap {
  what: 'request' | 'answer';
  reached: PromiseWithResolvers<void>;
  open: PromiseWithResolvers<void>;
  answered: PromiseWithResolvers<void>;
}

const pass = async (
  target: string,
  from: IncomingMessage,
  to: ServerResponse,
  trap: Trap | null,
): Promise<void> => {
  const { method, headers } = from;
  const body = await buffer(from);
  const holdAt = async (what: Trap['what']): Promise<void> => {
    if (trap?.what !== what) return;
    trap.reached.resolve();
    await trap.open.promise;
  };
  await holdAt('request');
  const asked = request(target + from.url, { method, headers }).end(body);
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (!answer) throw new Error('there is no answer');
  const answerBody = await buffer(answer);
  await holdAt('answer');
  trap?.answered.resolve();
  const { 'transfer-encoding': _chunked, ...kept } = answer.headers;
  to.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': answerBody.length });
  to.end(answerBody);
};

/** Starts a gate before an origin; it is open unless told otherwise. */
export const startGate = async (target: string): Promise<Gate> => {
  let next: Trap | null = null;
  let isOpen = true;
  const server = createServer((from, to) => {
    if (!isOpen) {
      to.destroy();
      return;
    }
    const trap = from.method === 'PUT' ? next : null;
    if (trap) next = null;
    pass(target, from, to, trap).catch(() => to.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${portOf(server)}`,
    hold: (what) => {
      const trap: Trap = {
        what,
        reached: Promise.withResolvers(),
        open: Promise.withResolvers(),
        answered: Promise.withResolvers(),
      };
      next = trap;
      return {
        reached: trap.reached.promise,
        letGo: () => {
          trap.open.resolve();
          return trap.answered.promise;
        },
      };
    },
    setOpen: (open) => {
      isOpen = open;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** Has the extension send by way of a gate from now on, as if it had been paired through it. */
export const sendThrough = async ({ origin }: Gate, dateline: Dateline): Promise<void> => {
  const options = await dateline.options();
  await options.evaluate(`chrome.storage.local.get('connection').then(({ connection }) =>
    chrome.storage.local.set({ connection: { ...connection, server: '${origin}' } }))`);
  await options.close();
};
