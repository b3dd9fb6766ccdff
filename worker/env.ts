import type { Bound } from './db/databases.ts';

/** What the platform hands to the worker: `wrangler.toml` names the bindings, `SECRET` is a secret. */
export interface Env extends Bound {
  ASSETS: Fetcher;
  /** The server's secret, 32 random bytes or more in base64url: feed addresses are signed with it. */
  SECRET: string;
  /** The address people use, like `https://news.example.org`; the request's own origin where unset. */
  ORIGIN?: string;
  /** How many statements a scheduled run may have: 50 on Cloudflare's free plan. */
  RUN_STATEMENTS?: string;
  /** How often an account may ask the API in a minute; 3,000 where it is not told. */
  API_PER_MINUTE?: string;
}

declare global {
  /** A hash of the assets, set at build: it stands in their addresses and in every page's ETag. */
  const BUILD_ID: string;
}
