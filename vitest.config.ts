import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // What asks real services stands in tests/live, and is run by `npm run test:live` alone.
    include: ['{db,src,tools}/**/*.test.{ts,tsx,mjs}', 'tests/*.test.ts', 'tests/journeys/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The program's modules keep nothing that one test file could leave to the next, and are read once and not 190 times.
    isolate: false,
  },
})
