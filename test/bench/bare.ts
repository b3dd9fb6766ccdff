// The peer of the benchmark: the least that a Hono route over D1 can be.
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

const asked = (db: D1Database) => db.prepare('SELECT 1 AS one').first();

app.get('/', async (c) => c.json(await asked(c.env.DB)));

const bodies = new Map<string, Uint8Array<ArrayBuffer>>();

/** As many bytes as are asked for, made once: what moving an answer takes that nobody computes. */
app.get('/bytes/:count', async (c) => {
  const count = c.req.param('count');
  const body = bodies.get(count) ?? new Uint8Array(Number(count)).fill(32);
  bodies.set(count, body);
  await asked(c.env.DB);
  return c.body(body);
});

export default app;
