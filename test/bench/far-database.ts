// A database in another process, of which the worker asks as it asks of D1: so that CPU time is told without the
// database's, as Cloudflare counts it.
import * as v from 'valibot';

const Statements = v.array(v.object({ sql: v.string(), values: v.array(v.unknown()) }));
type Statements = v.InferOutput<typeof Statements>;

const refuse = (): never => {
  throw new Error('the server asks in batches only');
};

/** How many bytes a round trip sent and received. */
export type Moved = readonly [sent: number, received: number];

/**
 * The database that `answerFar` has at the other end of a binding.
 * @param note is told what each round trip moved
 */
export const farDatabase = (far: Fetcher, note: (moved: Moved) => void): D1Database => {
  const asked = new WeakMap<D1PreparedStatement, Statements[number]>();
  const statement = (sql: string, values: unknown[] = []): D1PreparedStatement => {
    const prepared: D1PreparedStatement = {
      bind: (...bound: unknown[]) => statement(sql, bound),
      first: refuse,
      run: refuse,
      all: refuse,
      raw: refuse,
    };
    asked.set(prepared, { sql, values });
    return prepared;
  };
  return {
    prepare: statement,
    batch: async <T>(statements: D1PreparedStatement[]) => {
      const body = JSON.stringify(statements.map((each) => asked.get(each)));
      const answer = await far.fetch('http://database/', { method: 'POST', body });
      if (!answer.ok) throw new Error(await answer.text());
      note([body.length, Number(answer.headers.get('content-length'))]);
      return answer.json<D1Result<T>[]>();
    },
    exec: refuse,
    dump: refuse,
    withSession: refuse,
  };
};

/** A round trip that moves as many bytes and asks nothing. */
export const moveOnly = async (far: Fetcher, [sent, received]: Moved): Promise<void> => {
  const body = new Uint8Array(sent);
  const answer = await far.fetch(`http://database/?bytes=${received}`, { method: 'POST', body });
  await answer.arrayBuffer();
};

/** Runs the statements of such a request. */
export const answerFar = async (request: Request, db: D1Database): Promise<Response> => {
  const bytes = new URL(request.url).searchParams.get('bytes');
  if (bytes !== null) {
    await request.arrayBuffer();
    return new Response(new Uint8Array(Number(bytes)));
  }
  const statements = v.parse(Statements, await request.json());
  try {
    return Response.json(
      await db.batch(statements.map(({ sql, values }) => db.prepare(sql).bind(...values))),
    );
  } catch (error) {
    return new Response(String(error), { status: 500 });
  }
};
