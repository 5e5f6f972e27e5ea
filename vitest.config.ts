import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['db/**/*.test.ts', 'src/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,mjs}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
