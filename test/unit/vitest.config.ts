import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    // As many as the smallest machine that we test on has cores; unless told, one core is left idle.
    maxWorkers: 2,
  },
});
