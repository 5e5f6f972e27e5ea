import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../../src/platform/database/prepare.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { asServer, dropDatabase, testSecret } from '../server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    templateDatabase: string
  }
}

/** One real PostgreSQL for the whole test run; each test file makes its own database in it. TEST_DATABASE_URL uses another server. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { url: given, stop: async () => undefined } : await startServer()
  project.provide('postgresUrl', server.url)
  const template = await makeTemplate(server.url)
  project.provide('templateDatabase', template.name)
  return async () => {
    await template.drop()
    await server.stop()
  }
}

/** A migrated database that others are copied from: migrating once takes less time than in each test file. */
async function makeTemplate(server: string): Promise<{ name: string; drop: () => Promise<void> }> {
  const name = `template_${randomUUID().slice(0, 8)}`
  await asServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  await prepareDatabase(url.toString(), testSecret)
  return { name, drop: async () => dropDatabase(server, name) }
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
