import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase, type Database } from '../src/platform/database/connection.ts'
import { prepareDatabase, type RoleUrls } from '../src/platform/database/prepare.ts'
import { asServer, dropDatabase, testSecret } from './server.ts'

export interface TestDatabase {
  /** As the program's role: row-level security holds. */
  readonly db: Database
  /** As the worker's role: the queue and the mail ledger. */
  readonly queueDb: Database
  /** As the owner: to arrange what a test needs and to look behind row-level security. */
  readonly ownerDb: Database
  readonly ownerUrl: string
  readonly urls: RoleUrls
}

/** A migrated database of the test file's own, copied from the run's template and dropped when the file is done. */
export function useTestDatabase(): TestDatabase {
  const made: Partial<Record<keyof TestDatabase, unknown>> = {}
  const pools: pg.Pool[] = []
  const open = (url: string): Database => {
    const pool = new pg.Pool({ connectionString: url, max: 5 })
    pool.on('error', () => undefined)
    pools.push(pool)
    return openDatabase(pool)
  }
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 12)}`

  beforeAll(async () => {
    await asServer(inject('postgresUrl'), `create database ${name} template ${inject('templateDatabase')}`)
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    made.ownerUrl = url.toString()
    const urls = await prepareDatabase(url.toString(), testSecret)
    Object.assign(made, {
      urls,
      db: open(urls.program),
      queueDb: open(urls.queue),
      ownerDb: open(url.toString()),
    })
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await dropDatabase(inject('postgresUrl'), name)
  })

  // The database exists only once the tests run; until then there is nothing to hand out.
  return new Proxy(made as TestDatabase, {
    get: (target, key: keyof TestDatabase) => {
      if (!(key in target)) throw new Error('The test database is there from beforeAll on')
      return target[key]
    },
  })
}
