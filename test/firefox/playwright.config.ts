import { defineConfig } from '@playwright/test';

// One Firefox for all tests, since it takes long to start; each test has an extension without a past.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/firefox',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The JSON report goes to PLAYWRIGHT_JSON_OUTPUT_NAME, when that is set.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
});
