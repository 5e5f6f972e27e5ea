import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One real PostgreSQL for the whole test run; each test file makes its own database in it. TEST_DATABASE_URL uses another server. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return async () => undefined
  }
  const server = await startServer()
  project.provide('postgresUrl', server.url)
  return server.stop
}

/** A new and empty server; the address is its superuser's. */
export async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'samsyn-test-'))
  // Under root the server runs as another account, which must be able to come in.
  await chmod(dataFolder, 0o755)
  const started = await startEmbeddedPostgres({ dataFolder, progress: () => undefined })
  if (!started.ok) throw new Error(`PostgreSQL did not start: ${JSON.stringify(started.refusal)}`)
  return {
    url: started.value.url,
    stop: async () => {
      await started.value.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
