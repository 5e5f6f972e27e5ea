import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../../db/tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

// Whole numbers of 64 bits are row ids and counts here, far below 2^53; days stay days instead of moments.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day)

/** A pool as one of the program's roles. It notices a lost server at the next query and connects anew. */
export function openPool(url: string, onError: (error: Error) => void, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  })
  pool.on('error', onError)
  // A connection that is lost while a query runs tells it twice: to the query, and here, where nobody needs it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The query builder on a pool. Columns are snake_case in the database and camelCase in the code. */
export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** Whether the database answers. */
export async function isReachable(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** For whom a transaction speaks: rows of other networks, and what the person may not see, do not exist in it. */
export interface Scope {
  readonly networkId: string | null
  readonly personId: string | null
  /** The figures are read as they were known then; left out for what is known now. */
  readonly asOf?: Date | undefined
  /** The digest, in hexadecimal, of the private address that was come by: it opens what is behind that address. */
  readonly key?: string | undefined
}

/**
 * Runs one transaction in a scope. The settings end with the transaction, so a pooled connection never carries
 * one person's rights to the next.
 */
export async function inScope<Result>(
  db: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('samsyn.network', ${scope.networkId ?? ''}, true),
                     set_config('samsyn.person', ${scope.personId ?? ''}, true),
                     set_config('samsyn.as_of', ${scope.asOf?.toISOString() ?? ''}, true),
                     set_config('samsyn.key', ${scope.key ?? ''}, true)`.execute(tx)
    return work(tx)
  })
}
