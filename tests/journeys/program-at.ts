import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createLog } from '../../src/platform/log.ts'
import { startProgram, type RunningProgram } from '../../src/program.ts'
import { plantFirstNetwork } from '../../src/seed.ts'
import type { TestDatabase } from '../database.ts'
import { testSecret } from '../server.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The program in this process, with the example region, at whatever time the clock tells. */
export async function startProgramAt(database: TestDatabase, clock: Clock): Promise<RunningProgram> {
  const reading = readConfig({ PORT: '0' })
  if (!reading.ok) throw new Error(reading.problems.join())
  await plantFirstNetwork(database.ownerDb, join(root, 'data'), clock(), testSecret)
  const { config } = reading
  const log = createLog('silent')
  const does = { web: true, work: true }
  return startProgram({ config, urls: database.urls, secret: testSecret, root, log, clock, does })
}
