// What is shipped: no permission and no file that nothing needs, and nothing that a store objects to.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { runTool } from '../../worker/local/process.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'scripting',
  'storage',
  'unlimitedStorage',
];

// All that gives an extension access to a page, or a page access to an extension, before a person acts.
const STANDING = new Set([
  'content_scripts',
  'externally_connectable',
  'host_permissions',
  'web_accessible_resources',
]);

const readManifest = (browser: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(DIST, browser, 'manifest.json'), 'utf8'));

for (const { browser, asked } of [
  { browser: 'chrome', asked: [...PERMISSIONS, 'sidePanel'] },
  { browser: 'firefox', asked: PERMISSIONS },
  { browser: 'safari', asked: PERMISSIONS },
])
  test(`the build for ${browser} asks for no host, reads no page unasked, and ships what it uses`, () => {
    const folder = path.join(DIST, browser);
    const manifest = readManifest(browser);
    expect(manifest['manifest_version']).toBe(3);
    expect(Object.keys(manifest).filter((key) => STANDING.has(key))).toEqual([]);
    expect(manifest['optional_permissions']).toBeUndefined();
    expect(manifest['optional_host_permissions']).toEqual(['http://*/*', 'https://*/*']);
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

test('images come by https or from this machine, and where articles are read alone', () => {
  const policy = readManifest('chrome')['content_security_policy'];
  expect(policy).toHaveProperty(
    'extension_pages',
    expect.stringMatching(/img-src 'self' https: http:\/\/localhost:\*/),
  );
  const folder = path.join(DIST, 'chrome');
  const open = globSync('*.html', { cwd: folder }).filter(
    (page) => !readFileSync(path.join(folder, page), 'utf8').includes(`content="img-src 'self'"`),
  );
  expect(open.sort()).toEqual(['library.html', 'panel.html']);
});

test('each browser gets the panel in the place that it has for one', () => {
  expect(readManifest('chrome')).toHaveProperty('side_panel.default_path', 'panel.html');
  expect(readManifest('firefox')).toHaveProperty('sidebar_action.default_panel', 'panel.html');
  expect(readManifest('firefox')).toHaveProperty('sidebar_action.open_at_install', false);
  // Nor has Firefox for Android, for which it is meant too.
  expect(readManifest('firefox')).toHaveProperty(
    'browser_specific_settings.gecko_android.strict_min_version',
    '142.0',
  );
  // Safari has none: the background makes it the button's popup, and its file must be there.
  expect(readManifest('safari')).not.toHaveProperty('side_panel');
  expect(globSync('panel.html', { cwd: path.join(DIST, 'safari') })).toHaveLength(1);
});

test('Firefox tells the person what a save sends, by Mozilla’s own names for it', () => {
  expect(readManifest('firefox')).toHaveProperty(
    'browser_specific_settings.gecko.data_collection_permissions',
    { required: ['browsingActivity', 'websiteContent'], optional: ['technicalAndInteraction'] },
  );
});

test('the linter of addons.mozilla.org has nothing to say', async () => {
  const report: unknown = JSON.parse(
    await runTool('addons-linter', [path.join(DIST, 'firefox'), '--output', 'json']),
  );
  expect(report).toMatchObject({ errors: [], warnings: [], notices: [] });
});
