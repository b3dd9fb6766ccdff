import { defineConfig } from '@playwright/test';

// One browser at a time: each test has its own, with its own profile. No retries: a test that
// passes at the second try tells of a fault.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 20_000 },
  // The JSON report goes to PLAYWRIGHT_JSON_OUTPUT_NAME, when that is set.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
});
