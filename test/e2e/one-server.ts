// A server that the tests of one file share: each claims a library of its own there.
import { test } from '@playwright/test';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';

interface OneServer {
  origin: string;
  /** The folder of its data. */
  data: string;
}

/** Starts it before the file's tests and ends it after them. Answers what has it while they run. */
export const oneServer = (): (() => OneServer) => {
  let running: (OneServer & { end: () => Promise<void> }) | null = null;
  test.beforeAll(async () => {
    const { folder, remove } = temporaryFolder();
    const server = await install(folder);
    const end = async () => {
      await server.stop();
      remove();
    };
    running = { origin: server.origin, data: folder, end };
  });
  test.afterAll(() => running?.end());
  return () => {
    if (!running) throw new Error('The server runs while the tests of its file do.');
    return running;
  };
};
