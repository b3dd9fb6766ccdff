// The order of things for every request: services, CORS, the routes with their policies, one place for errors.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { databasesOf, FIRST } from './db/databases.ts';
import { type Directory, makeDirectory } from './domain/directory.ts';
import { makeMeter, type Meter } from './domain/meter.ts';
import { READER_HEADER } from './pages/reader-header.ts';
import { logFailure, onError, onNotFound, onWrongMethod } from './routes/problems.tsx';
import { type Bodies, makeBodies } from './routes/bodies.ts';
import { ROUTES } from './routes/registry.ts';
import { type AppEnv, makeServices, type Surroundings } from './routes/services.ts';

const PLATFORM: Surroundings = {
  now: () => new Date(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  pause: (ms) => scheduler.wait(ms),
};

/** The whole server, with a memory of what it composed; tests bring their own clock. */
export const createApp = (
  surroundings: Surroundings = PLATFORM,
  bodies: Bodies = makeBodies(),
  meter: Meter = makeMeter(),
  directory: Directory = makeDirectory(),
): Hono<AppEnv> => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const later = (work: () => Promise<unknown>): void =>
      c.executionCtx.waitUntil(work().catch(logFailure));
    c.set('services', makeServices(databasesOf(c.env), FIRST, surroundings, later));
    c.set('directory', directory);
    c.set('bodies', bodies);
    c.set('meter', meter);
    await next();
    const reader = c.get('reader');
    // Not by c.header, which makes the answer anew.
    if (reader !== undefined) c.res.headers.set(READER_HEADER, reader);
  });
  // Any page may call the API with a token of its own; a cookie is never sent along.
  app.use(
    '/api/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match'],
      // The extension is such a page: unless told so a browser shows it none of these.
      exposeHeaders: ['etag', 'link', 'retry-after'],
      maxAge: 86_400,
    }),
  );
  app.use(methodNotAllowed({ app, onMethodNotAllowed: onWrongMethod }));
  for (const { method, path, handle } of ROUTES) app.on(method, path, handle);
  app.notFound(onNotFound);
  app.onError(onError);
  return app;
};
