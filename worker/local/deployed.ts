// SQL on the deployed database of the accounts, through wrangler.
import * as v from 'valibot';

export const DATABASE = 'dateline';

const Answer = v.array(v.object({ results: v.array(v.unknown()) }));

/** Runs SQL and answers the rows that it gives; `run` is wrangler with its arguments. */
export const executeSql = async (
  run: (args: readonly string[]) => Promise<string>,
  sql: string,
): Promise<unknown[]> => {
  const answer = await run([
    'd1',
    'execute',
    DATABASE,
    '--remote',
    '--yes',
    '--json',
    '--command',
    sql,
  ]);
  return v.parse(Answer, JSON.parse(answer)).flatMap(({ results }) => results);
};
