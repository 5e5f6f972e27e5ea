import { expect, test, vi } from 'vitest'
import type { EmbeddedPostgresRefusal } from '#platform/embedded-postgres/index.ts'
import { Progress, sentenceFor } from './terminal.ts'

const path = '/srv/samsyn'
const refusals: readonly [EmbeddedPostgresRefusal, readonly string[]][] = [
  [{ kind: 'data-folder-not-writable', path, reason: 'EACCES' }, [path, 'EACCES', '--data']],
  [
    { kind: 'data-folder-in-use', path, pid: 42, address: 'http://localhost:3000' },
    [path, '42', 'http://localhost:3000'],
  ],
  [{ kind: 'data-folder-in-use', path, pid: undefined, address: undefined }, ['already runs', path]],
  [
    { kind: 'disk-full', path, freeMegabytes: 12, neededMegabytes: 200 },
    ['12 MB', '200 MB', 'Nothing was changed'],
  ],
  [
    { kind: 'no-binaries-for-platform', platform: 'sunos x64', reason: 'none' },
    ['sunos x64', 'DATABASE_URL'],
  ],
  [{ kind: 'cannot-read-binaries', path, reason: 'EACCES' }, [path, 'npm ci']],
  [{ kind: 'cannot-leave-root', reason: 'no nobody' }, ['root', 'ordinary user']],
  [{ kind: 'other-major-version', path, found: 17, needed: 18 }, ['17', '18', 'Nothing was changed']],
  [{ kind: 'database-folder-missing', path, namedIn: '/x.json' }, [path, '/x.json']],
  [{ kind: 'not-a-database', path }, [path, 'nothing in it was touched']],
  [{ kind: 'start-failed', logFile: '/log', lastLogLines: ['FATAL: x'] }, ['/log', 'FATAL: x']],
]

test.each(refusals)('$kind is told with its facts and the way out', (refusal, facts) => {
  for (const fact of facts) expect(sentenceFor(refusal)).toContain(fact)
})

test('what takes longer than a second is told, what is done sooner is not', () => {
  vi.useFakeTimers()
  const said: string[] = []
  const progress = new Progress((line) => said.push(line))
  progress.step('Quick')
  vi.advanceTimersByTime(500)
  progress.step('Slow')
  vi.advanceTimersByTime(1500)
  progress.end()
  expect(said).toEqual(['Slow …'])
  vi.useRealTimers()
})
