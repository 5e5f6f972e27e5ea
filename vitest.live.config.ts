import { defineConfig } from 'vitest/config'

/** `npm run test:live`: do the sources still speak as this program understands them? */
export default defineConfig({
  test: { include: ['tests/live/*.test.ts'], testTimeout: 300_000, maxWorkers: 1 },
})
