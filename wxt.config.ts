// Builds the extension: `wxt build` into dist/chrome, `wxt build -b firefox --mv3` into dist/firefox.
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';

// The public half of a key that signs nothing: it makes the extension's id the same on every
// machine (kgfbcndeddjmhlceodojkminfbpkmaph).
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsw1oBa7FOolVMM7cxrLbvkZ3IotU+6//qzbOM6oMGerKtA8DZwzloVEd/29Be6XKtqOBGi+JSrLiOcKkTqk5wZ0Dz4l0GISVshIAqpOtUYr/Uvk2StsJoRtrg2WQMBfWJpDiNPSw9RtAQM1+PB9DkNRN48TbsbY6ZqwgHZpzaOcUwNAkq/Qk8YxXhoWILtbjPcksncJvZzKHj1fYeMNx0TRSAr1QoBeQC22O5MYoq5S/TWtY27AWwZ0eKWeDP9kPfqN+cCVnRwFyPb8sWUtg0kumNEVwKRSM70Gk76qra+N8GZ1YTR5Y8oYYe7fuuKOjmb8aMToTiInIvi6g56kYmQIDAQAB';

// Text from pages is drawn here, so nothing but our own files may run or be shown. The library is
// reached by https, or by http on this machine alone: a token never crosses a network in the clear.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
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

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist',
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  imports: false,
  vite: () => ({ plugins: [preact()], css: { postcss: { plugins: [onlyWoff2] } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // No host permission and no content script: a page is read only when the person asks for it.
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
      keep: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_keepCommand__' },
    },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dateline@dateline.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['websiteContent'] },
            },
          },
        }
      : { key: CHROMIUM_KEY, minimum_chrome_version: '126' }),
  }),
});
