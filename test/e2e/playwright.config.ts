import { defineConfig } from '@playwright/test';

// Playwright asks for colours, and Node warns each command of ours of a wish against them: in what it prints.
delete process.env['NO_COLOR'];

// Two at a time, as many as the smallest machine that we test on has cores, which three only hold up: each test has a
// browser, a profile and ports of its own. No retries: a test that passes at the second try tells of a fault.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 20_000 },
  // The JSON report goes to PLAYWRIGHT_JSON_OUTPUT_NAME, when that is set.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
});
