// What is shipped: no permission and no file that nothing needs.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const DIST = path.resolve(import.meta.dirname, '../../dist');

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'scripting',
  'storage',
  'unlimitedStorage',
];

for (const { browser, asked } of [
  { browser: 'chrome', asked: [...PERMISSIONS, 'sidePanel'] },
  { browser: 'firefox', asked: PERMISSIONS },
])
  test(`the build for ${browser} asks for no host, reads no page unasked, and ships what it uses`, () => {
    const folder = path.join(DIST, browser);
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('optional_host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).toHaveProperty('permissions', expect.arrayContaining(asked));
    expect(manifest).toHaveProperty('permissions.length', asked.length);

    const files = globSync('**/*.*', { cwd: folder });
    const texts = files
      .filter((file) => /\.(js|css|html|json)$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'));
    const unused = files.filter(
      (file) =>
        file !== 'manifest.json' &&
        !file.startsWith('_locales/') &&
        !texts.some((text) => text.includes(path.basename(file))),
    );
    expect(unused).toEqual([]);
    expect(files.filter((file) => file.endsWith('.woff'))).toEqual([]);
  });
