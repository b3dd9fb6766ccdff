// The database of a benchmark, in a process of its own.
import { answerFar } from './far-database.ts';

export default {
  fetch: (request, { DB }) => answerFar(request, DB),
} satisfies ExportedHandler<{ DB: D1Database }>;
