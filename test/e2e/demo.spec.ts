// `npm run demo`, as a program that runs it sees it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { temporaryFolder } from '../../worker/local/demo/installation.ts';

const DEMO = path.resolve(import.meta.dirname, '../../worker/local/demo.ts');

const Shown = v.object({
  origin: v.string(),
  day: v.string(),
  feeds: v.object({ rss: v.string(), atom: v.string(), json: v.string() }),
});

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

test('the demo keeps a sample on its day, in three feeds, stays up, and leaves nothing behind', async () => {
  const pictures = temporaryFolder();
  const child = spawn(
    process.execPath,
    [DEMO, '--headless', '--keep', '--json', '--pictures', pictures.folder],
    {
      env: { ...process.env, PORT: '', TZ: 'Asia/Ho_Chi_Minh' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    if (/^\{.*\}\n$/m.test(printed)) break;
  }
  const { origin, day, feeds } = v.parse(
    Shown,
    JSON.parse(printed.trim().split('\n').at(-1) ?? ''),
  );
  expect(day).toMatch(/\/day\/2022-12-27$/);
  for (const address of [feeds.rss, feeds.atom, feeds.json])
    expect(await (await fetch(address)).text()).toContain('Sông Lam Thượng thông qua nghị quyết');
  expect((await fetch(`${origin}/sample/`)).status).toBe(200);
  expect((await fetch(day)).status, 'the day is the owner’s alone').toBe(401);
  expect(existsSync(path.join(pictures.folder, 'panel.png'))).toBe(true);
  expect(existsSync(path.join(pictures.folder, 'day.png'))).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await answers(origin)).toBe(false);
  pictures.remove();
});
