// A run of what moves, over a database in another process: what `npm run bench -- moving` measures.
import { makeArriving } from '../../worker/db/arriving.ts';
import { makeDeparting } from '../../worker/db/departing.ts';
import { makeRelocations } from '../../worker/db/relocations.ts';
import { relocateDue } from '../../worker/domain/relocating.ts';
import { farDatabase, moveOnly, type Moved } from './far-database.ts';

const WHERE = /^\/watch\/(\w+)\/(\d+)\/(\d+)$/;

export default {
  fetch: async (request, { FAR }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/nothing') {
      for (const moved of await request.json<Moved[]>()) await moveOnly(FAR, moved);
      return new Response();
    }
    const moved: Moved[] = [];
    const db = farDatabase(FAR, (one) => moved.push(one));
    const watched = WHERE.exec(pathname);
    if (watched) {
      const [, workspace = '', number, move] = watched;
      const where = { workspace, number: Number(number), move: Number(move) };
      await makeDeparting(db).watch(where, 1_000);
      await makeArriving(db).begin(where);
      return Response.json(moved);
    }
    let left = Number(searchParams.get('room'));
    const room = left;
    const metered = new Proxy(db, {
      get: (target, name) =>
        name === 'batch'
          ? (statements: D1PreparedStatement[]) => {
              left -= statements.length;
              return target.batch(statements);
            }
          : (sql: string) => target.prepare(sql),
    });
    await relocateDue(
      {
        relocations: makeRelocations(metered),
        departing: () => makeDeparting(metered),
        arriving: () => makeArriving(metered),
        now: () => new Date(),
        left: () => left,
      },
      room,
    );
    return Response.json(moved);
  },
} satisfies ExportedHandler<{ FAR: Fetcher }>;
