import { expect, test } from 'vitest'
import { sharedBuffers } from './server-settings.ts'

test.each([
  [512, 128],
  [2048, 128],
  [8192, 512],
  [65_536, 1024],
])('with %i MB of memory the server keeps %i MB at hand', (memory, kept) => {
  expect(sharedBuffers(memory * 2 ** 20)).toBe(kept)
})
