// Builds the extension: `wxt build` into dist/chrome, `wxt build -b firefox` into dist/firefox, and so on.
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';

// The public half of a key that signs nothing: it makes the extension's id the same on every
// machine (kgfbcndeddjmhlceodojkminfbpkmaph).
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsw1oBa7FOolVMM7cxrLbvkZ3IotU+6//qzbOM6oMGerKtA8DZwzloVEd/29Be6XKtqOBGi+JSrLiOcKkTqk5wZ0Dz4l0GISVshIAqpOtUYr/Uvk2StsJoRtrg2WQMBfWJpDiNPSw9RtAQM1+PB9DkNRN48TbsbY6ZqwgHZpzaOcUwNAkq/Qk8YxXhoWILtbjPcksncJvZzKHj1fYeMNx0TRSAr1QoBeQC22O5MYoq5S/TWtY27AWwZ0eKWeDP9kPfqN+cCVnRwFyPb8sWUtg0kumNEVwKRSM70Gk76qra+N8GZ1YTR5Y8oYYe7fuuKOjmb8aMToTiInIvi6g56kYmQIDAQAB';

// Text from pages is drawn here, so nothing but our own files may run. Images of articles are shown
// where the person turned them on. They come, and the library is reached, by https, or by http on this
// machine alone: a token never crosses a network in the clear.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: http://localhost:* http://127.0.0.1:*",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

// The fonts' own style sheets name a .woff beside each .woff2, for browsers that run no such extension.
const onlyWoff2 = {
  postcssPlugin: 'only-woff2',
  Declaration: {
    src: (declaration: { value: string }) => {
      declaration.value = declaration.value.replace(
        /,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g,
        '',
      );
    },
  },
};

// Nothing is ever drawn from HTML here. So what Preact has for that (`dangerouslySetInnerHTML`) is left
// out: whoever reviews the bundle need not look whether it is used, and the stores' linter warns of it.
const withoutRawHtml = {
  name: 'without-raw-html',
  transform: {
    filter: { id: /\/preact\/dist\/preact\.mjs$/ },
    handler: (code: string) => code.replace(/\(\w+\.innerHTML=\w+\.__html\)/g, '0'),
  },
};

// What Mozilla calls it when a clip goes to the person's own server: the article is website content, its
// address and the moment it was read are browsing activity. Browser and system are told at pairing alone,
// to tell one's browsers apart, and only where the person allows it.
// https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/#taxonomy
const DATA_COLLECTION = {
  required: ['browsingActivity', 'websiteContent'],
  optional: ['technicalAndInteraction'],
};

// Firefox opens its menu of that letter at Alt+Shift+S (History, in English and in Vietnamese) and never
// tells us of the key. K opens none.
const keepKey = (browser: string): string =>
  browser === 'firefox' ? 'Alt+Shift+K' : 'Alt+Shift+S';

/** What each browser wants to be told besides. */
const OWN_KEYS: Record<string, object> = {
  chrome: {
    key: CHROMIUM_KEY,
    minimum_chrome_version: '126',
    // Images of other sites are asked for without their cookies. The others know no such key.
    cross_origin_embedder_policy: { value: 'credentialless' },
  },
  firefox: {
    browser_specific_settings: {
      gecko: {
        id: 'dateline@dateline.example',
        strict_min_version: '142.0',
        data_collection_permissions: DATA_COLLECTION,
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
  // The first that has `URL.parse`.
  safari: { browser_specific_settings: { safari: { strict_min_version: '18.0' } } },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist',
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact(), withoutRawHtml], css: { postcss: { plugins: [onlyWoff2] } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // No host permission and no content script: a page is read only when the person asks for it. Who wants all
    // tabs of a window kept is asked for their pages then, and what was granted is given back.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
    ],
    action: { default_title: '__MSG_action__' },
    commands: {
      read: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_readCommand__' },
      keep: {
        suggested_key: { default: keepKey(browser) },
        description: '__MSG_keepCommand__',
      },
    },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...OWN_KEYS[browser],
  }),
  hooks: {
    'build:manifestGenerated': ({ config }, manifest) => {
      // Safari has no side panel: there the panel is the button's popup.
      if (config.browser !== 'safari') return;
      delete manifest.side_panel;
      manifest.permissions = manifest.permissions?.filter((name) => name !== 'sidePanel');
    },
  },
});
