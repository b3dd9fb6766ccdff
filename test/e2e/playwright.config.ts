import { defineConfig } from '@playwright/test';

// Playwright asks for colours, and Node warns each command of ours of a wish against them: in what it prints.
delete process.env['NO_COLOR'];

// Three at a time on two cores, which two leave idle for half of the time: each test has a browser, a profile and
// ports of its own. No retries: a test that passes at the second try tells of a fault.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 20_000 },
  // The JSON report goes to PLAYWRIGHT_JSON_OUTPUT_NAME, when that is set.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
});
