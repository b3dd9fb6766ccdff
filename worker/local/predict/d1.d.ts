// The types of D1 as the repositories name them: those of the Workers runtime as a whole do not go with those of Node.
import type { Miniflare } from 'miniflare';

declare global {
  type D1Database = Awaited<ReturnType<Miniflare['getD1Database']>>;
  type D1PreparedStatement = ReturnType<D1Database['prepare']>;
  type D1Result = Awaited<ReturnType<D1Database['batch']>>[number];
}
