// The words after `npm run backup --` and `npm run restore --`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Advice } from '../process.ts';

export interface Words {
  /** As the person named it, from where the person stands. */
  file: string | undefined;
  remote: boolean;
}

/** Reads the command line. Throws advice at anything that the command does not know. */
export const readWords = (command: 'backup' | 'restore'): Words => {
  const usage = `Usage: npm run ${command} -- [--remote] ${command === 'backup' ? '[FILE]' : 'FILE'}`;
  try {
    const { values, positionals } = parseArgs({
      options: { remote: { type: 'boolean', default: false }, force: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.force)
      throw new Advice(
        'There is no --force: nothing is ever overwritten. Name another file, or set DATELINE_DATA to a new folder.',
      );
    const [file, ...more] = positionals;
    if (more.length > 0 || (command === 'restore' && !file)) throw new Advice(usage);
    // npm runs scripts in the checkout; this is where it was called.
    const here = process.env['INIT_CWD'] ?? process.cwd();
    return { file: file && path.resolve(here, file), remote: values.remote };
  } catch (error) {
    if (error instanceof Advice) throw error;
    throw new Advice(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
};
