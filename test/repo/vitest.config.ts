import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/repo/**/*.test.ts'], testTimeout: 120_000 },
});
