import type { LineSettings } from '../line.ts'
import type { Office } from '../offices.ts'

/** An office at an address of a test's own. */
export function officeAt(base: string, changes: Partial<Office> = {}): Office {
  return {
    id: 'test',
    name: 'A test office',
    country: 'SE',
    api: 2,
    base,
    database: null,
    language: 'sv',
    hasSearch: true,
    licence: null,
    symbols: {},
    ...changes,
  }
}

/** As patient as the program, without its waits. */
export const hastySettings: LineSettings = {
  fetch: globalThis.fetch,
  random: () => 0.5,
  timeoutMs: 5_000,
  retries: 3,
  firstWaitMs: 1,
  longestWaitMs: 10,
  mostBytes: 10_000_000,
  userAgent: 'samsyn-test',
}
