// The peer of the benchmark: the least that a Hono route over D1 can be.
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get('/', async (c) => c.json(await c.env.DB.prepare('SELECT 1 AS one').first()));

export default app;
