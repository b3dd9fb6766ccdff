// `npm run --silent predict -- <task>`: the production functions over JSON Lines, so that anyone can measure them.
import * as v from 'valibot';
import { readLines, writeLine } from './predict/lines.ts';
import { TASKS, type Task } from './predict/tasks.ts';

const USAGE = `Usage: npm run --silent predict -- <${Object.keys(TASKS).join('|')}>
Reads JSON Lines on standard input and writes one line for each on standard output.`;

const idOf = (record: unknown): string | number | null => {
  const parsed = v.safeParse(v.object({ id: v.union([v.string(), v.number()]) }), record);
  return parsed.success ? parsed.output.id : null;
};

const reason = (error: unknown): string => {
  if (v.isValiError(error)) {
    const [issue] = error.issues;
    return [v.getDotPath(issue), issue.message].filter(Boolean).join(': ');
  }
  return error instanceof Error ? error.message : String(error);
};

const answer = async (task: Task, line: string): Promise<unknown> => {
  let record: unknown = null;
  try {
    record = JSON.parse(line);
    return await task.answer(record);
  } catch (error) {
    return { id: idOf(record), error: reason(error) };
  }
};

/** A line that is no JSON is answered as one, and known to nobody else. */
const valueOf = (line: string): unknown[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
};

const main = async (name: string | undefined): Promise<number> => {
  const open = name && Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (!open) {
    console.error(USAGE);
    return 2;
  }
  // Standard output belongs to the answers: whatever anything else prints goes to standard error.
  console.log = console.info = console.debug = console.error;
  const task = await open();
  try {
    let lines: AsyncIterable<string> | readonly string[] = readLines(process.stdin);
    if (task.prepare) {
      const all: string[] = [];
      for await (const line of lines) all.push(line);
      await task.prepare(all.flatMap(valueOf));
      lines = all;
    }
    for await (const line of lines) await writeLine(process.stdout, await answer(task, line));
  } finally {
    await task.close();
  }
  return 0;
};

// A reader that has seen enough closes its end: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  console.error(reason(error));
  process.exitCode = 1;
}
