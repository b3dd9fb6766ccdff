// What passkeys, limits and sessions need to know of a request.
import { deviceOf } from '../domain/device.ts';
import { networkOf } from '../domain/network.ts';
import type { Site } from '../domain/passkeys.ts';
import { seal } from '../domain/seal.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The server that passkeys are made for. */
export const siteOf = (c: AppContext): Site => ({ secret: c.env.SECRET, origin: ownOrigin(c) });

/** The browser that asks, in words that a person knows it by. */
export const deviceAsking = (c: AppContext): string => deviceOf(c.req.header('user-agent') ?? '');

/**
 * The network that asks, as Cloudflare and the local runtime tell its address; sealed, since all addresses there are can
 * be hashed in no time: without the server's secret nobody finds out from the database which it was.
 */
export const networkAsking = (c: AppContext): Promise<string> =>
  seal(
    c.env.SECRET,
    'dateline network',
    new TextEncoder().encode(networkOf(c.req.header('cf-connecting-ip') ?? '')),
  );
