// Runs the project's own tools as child processes that never outlive this one.
import { spawn } from 'node:child_process';
import path from 'node:path';

/** The root of the checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** An error whose message alone is what the person should read: what went wrong and the way out. */
export class Advice extends Error {}

const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
};

/**
 * Runs a tool of node_modules/.bin from the root of the checkout and answers its standard output.
 * Its words are shown only when it fails: then they are the message of the error.
 */
export const runTool = (name: string, args: readonly string[], input?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(path.join(ROOT, 'node_modules/.bin', name), args, {
      cwd: ROOT,
      // A test runner's own NODE_ENV would have JSX built for debugging, with the paths of this machine.
      env: { ...process.env, ...QUIET, NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    let stdout = '';
    let stderr = '';
    // Decoded as a stream: a character may lie across two chunks.
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve(stdout);
      else reject(new Error(`${name} ${args.join(' ')} ended with ${code}\n${stdout}${stderr}`));
    });
    child.stdin.end(input);
  });

/** Prints what an entry command died of, and sets the exit code: advice as one sentence, a fault with its stack. */
export const reportFailure = (error: unknown): void => {
  console.error(error instanceof Advice ? error.message : error);
  process.exitCode = 1;
};
