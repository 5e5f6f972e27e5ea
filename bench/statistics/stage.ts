import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { runnerImport } from 'vite'
import type { prepareDatabase } from '#platform/database/prepare.ts'
import { inScope, openDatabase, openPool, type Database, type Tx } from '#platform/database/connection.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { newDataFolder, root } from '../program.ts'

/** A database as the program has it, with one network and its coordinator, in a folder that goes with it. */
export interface Stage {
  readonly folder: string
  readonly networkId: string
  /** As the owner, whom row-level security does not hold back. */
  readonly owner: pg.Pool
  readonly ownerDb: Database
  /** As the program for its coordinator: row-level security holds. */
  readonly asCoordinator: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** As the program for somebody else who holds roles. */
  readonly asPerson: <Result>(personId: string, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** As the program for anybody who comes by. */
  readonly asVisitor: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly stop: () => Promise<void>
}

export async function setStage(): Promise<Stage> {
  const folder = await newDataFolder()
  const server = await startEmbeddedPostgres({ dataFolder: folder, progress: () => undefined })
  if (!server.ok) throw new Error(`PostgreSQL did not start: ${JSON.stringify(server.refusal)}`)
  const { url, secret } = server.value
  const urls = await prepared(url, secret)
  let isStopping = false
  const fail = (error: Error) => {
    if (!isStopping) console.error(error)
  }
  const owner = openPool(url, fail, 2)
  const program = openPool(urls.program, fail, 2)
  const db = openDatabase(program)
  const { networkId, personId } = await addNetwork(owner)
  return {
    folder,
    networkId,
    owner,
    ownerDb: openDatabase(owner),
    asCoordinator: async (work) => inScope(db, { networkId, personId }, work),
    asPerson: async (person, work) => inScope(db, { networkId, personId: person }, work),
    asVisitor: async (work) => inScope(db, { networkId, personId: null }, work),
    stop: async () => {
      isStopping = true
      await Promise.all([owner.end(), program.end()])
      await server.value.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The migrations are found by the build's own means, so this one file is loaded as the build loads it. */
async function prepared(url: string, secret: string): Promise<{ program: string }> {
  const { module } = await runnerImport<{ readonly prepareDatabase: typeof prepareDatabase }>(
    join(root, 'src/platform/database/prepare.ts'),
    { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' },
  )
  return module.prepareDatabase(url, secret)
}

async function addNetwork(owner: pg.Pool): Promise<{ networkId: string; personId: string }> {
  const [networkId, personId] = [randomUUID(), randomUUID()]
  const text = JSON.stringify({ sv: 'Nätet', en: 'The network' })
  await owner.query(
    `insert into network (id, slug, name, about, contact, hosts) values ($1, 'natet', $2, $2, $2, '{natet.example.org}')`,
    [networkId, text],
  )
  await owner.query(`insert into person (id, email, name) values ($1, 'a@example.org', 'Exempel')`, [
    personId,
  ])
  await owner.query(
    `insert into role_grant (network_id, person_id, role, granted_at) values ($1, $2, 'coordinator', now())`,
    [networkId, personId],
  )
  await owner.query(
    `insert into source (network_id, id, publisher, title, licence, vintage, note)
     values ($1, 'kolada', 'Källan', 'Kolada', 'CC0', '2026', $2)`,
    [networkId, text],
  )
  return { networkId, personId }
}
