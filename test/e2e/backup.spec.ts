// A backup of a running server, restored elsewhere: whoever was signed in still is, and feeds keep their addresses.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';

const run = (command: 'backup' | 'restore', file: string, data: string) => {
  const script = path.resolve(import.meta.dirname, `../../worker/local/${command}.ts`);
  const env = { ...process.env, DATELINE_DATA: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], {
    encoding: 'utf8',
    env,
  });
  return { status, printed: stdout + stderr };
};

const feedOf = async (address: string, cookie: string): Promise<string> => {
  const page = await fetch(address, { headers: { cookie } });
  return /\/feed\/[^"/]+\/daily\.atom/.exec(await page.text())?.[0] ?? '';
};

test('what is restored is the same installation, and a running one is never restored into', async () => {
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  const file = path.join(folders[0].folder, 'copy.gz');
  const first = await install(folders[0].folder);
  const claimed = await fetch(`${first.origin}/claim`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: first.origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({
      token: new URL(first.claim ?? '').pathname.split('/').pop() ?? '',
      name: 'Tin tức',
      language: 'vi',
      zone: 'Asia/Ho_Chi_Minh',
    }),
  });
  const cookie = claimed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const feed = await feedOf(first.origin, cookie);
  expect(feed).not.toBe('');
  expect(run('backup', file, folders[0].folder)).toMatchObject({ status: 0 });
  const refused = run('restore', file, folders[0].folder);
  expect(refused.printed).toMatch(/^Dateline is running on .* Stop it first .*\n$/);
  expect((await fetch(first.origin + feed)).status).toBe(200);
  await first.stop();
  expect(run('restore', file, folders[1].folder)).toMatchObject({ status: 0 });
  const second = await install(folders[1].folder);
  expect(second.claim).toBeUndefined();
  expect((await fetch(second.origin + feed)).status).toBe(200);
  expect(await feedOf(second.origin, cookie)).toBe(feed);
  await second.stop();
  for (const { remove } of folders) remove();
});
