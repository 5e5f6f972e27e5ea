import { createHmac } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely'
import pg from 'pg'
import { openPool } from './connection.ts'

/** The group roles that migrations grant to; each database has login roles that belong to one of them. */
const groups = ['program', 'sign_in', 'queue'] as const
type Group = (typeof groups)[number]

/** One address per role of the program; none of them owns a table or bypasses row-level security. */
export type RoleUrls = Readonly<Record<Group, string>>

const migrations = import.meta.glob<string>('../../../db/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function migrationProvider() {
  const byName: Record<string, Migration> = {}
  for (const [path, text] of Object.entries(migrations)) {
    const name = path.replace(/^.*\/|\.sql$/g, '')
    byName[name] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return { getMigrations: async () => byName }
}

/** The oldest PostgreSQL the program is tested with. */
const oldestVersion = 150_000

/** A database the program cannot run on, in a sentence that says the way out. */
export class UnusableDatabase extends Error {}

// The password of a login role is derived, so that every process of an installation arrives at the same one
// and none is stored.
function passwordOf(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}

/** The addresses of the program's roles in the owner's database. */
function roleUrls(ownerUrl: string, secret: string): RoleUrls {
  const urlOf = (group: Group): string => {
    const url = new URL(ownerUrl)
    url.username = loginRole(url, group)
    url.password = passwordOf(secret, url.username)
    return url.toString()
  }
  return { program: urlOf('program'), sign_in: urlOf('sign_in'), queue: urlOf('queue') }
}

function loginRole(ownerUrl: URL, group: Group): string {
  return `${decodeURIComponent(ownerUrl.pathname.slice(1))}_${group}_login`
}

/**
 * Brings a database up to date: roles, the queue's tables, our migrations. Safe to run by several processes at once.
 * @throws {UnusableDatabase} when the server is too old or the owner may not create roles.
 */
export async function prepareDatabase(ownerUrl: string, secret: string): Promise<RoleUrls> {
  const pool = openPool(ownerUrl, () => undefined, 4)
  try {
    await refuseOldServer(pool)
    await inTurn(pool, async () => {
      await createRoles(pool, ownerUrl, secret)
      await runMigrations({ pgPool: pool })
      await migrate(pool)
      await admitQueueRole(pool)
    })
  } finally {
    await pool.end()
  }
  return roleUrls(ownerUrl, secret)
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const server = rows[0]
  if (!server || Number(server.server_version_num) < oldestVersion) {
    throw new UnusableDatabase(
      `The database server is PostgreSQL ${server?.server_version ?? '?'}; Samsyn needs 15 or newer. Upgrade it, or unset DATABASE_URL to use the embedded server.`,
    )
  }
}

/** Several processes that start at once prepare the database one after the other. */
async function inTurn(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const holder = await pool.connect()
  try {
    await holder.query(`select pg_advisory_lock(hashtext('samsyn prepares the database'))`)
    await work()
  } finally {
    await holder.query(`select pg_advisory_unlock_all()`)
    holder.release()
  }
}

async function createRoles(pool: pg.Pool, ownerUrl: string, secret: string): Promise<void> {
  try {
    for (const group of groups) {
      await createRoleOnce(pool, `samsyn_${group}`, 'nologin')
      const login = loginRole(new URL(ownerUrl), group)
      await createRoleOnce(pool, login, 'login')
      await pool.query(
        `alter role ${pg.escapeIdentifier(login)} password ${pg.escapeLiteral(passwordOf(secret, login))}`,
      )
      await pool.query(`grant samsyn_${group} to ${pg.escapeIdentifier(login)}`)
    }
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501')
      throw new UnusableDatabase(await wayOut(pool, error.message))
    throw error
  }
}

/** What an administrator does about roles that the owner may not create or, made by another owner, not hand out. */
async function wayOut(pool: pg.Pool, whatFailed: string): Promise<string> {
  const { rows } = await pool.query<{ name: string; may_create: boolean }>(
    `select quote_ident(rolname) as name, rolcreaterole or rolsuper as may_create from pg_roles where rolname = current_user`,
  )
  const { name = 'the role', may_create = false } = rows[0] ?? {}
  if (!may_create)
    return `The role in DATABASE_URL may not create roles (${whatFailed}). Give it the right as an administrator: ALTER ROLE ${name} CREATEROLE;`
  const shared = groups.map((group) => `samsyn_${group}`).join(', ')
  return `Another owner on this server has already made the roles that every Samsyn there shares (${whatFailed}). Let ${name} hand them out as an administrator: GRANT ${shared} TO ${name} WITH ADMIN OPTION;`
}

async function createRoleOnce(pool: pg.Pool, role: string, kind: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await pool.query(`select from pg_roles where rolname = $1`, [role])
  if (rowCount) return
  try {
    await pool.query(
      `create role ${pg.escapeIdentifier(role)} ${kind} nosuperuser nocreatedb nocreaterole nobypassrls`,
    )
  } catch (error) {
    // Roles belong to the whole server: another database of it may have made the same one a moment ago.
    if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')))
      throw error
  }
}

async function migrate(pool: pg.Pool): Promise<void> {
  // The pool is ours to end, not the migrator's.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const { error, results } = await new Migrator({ db, provider: migrationProvider() }).migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the first step'
    throw new Error(`The database could not be brought up to date (${failed}); nothing was changed`, {
      cause: error,
    })
  }
}

/** The queue's library guards its tables with row-level security that lets only their owner in; our worker is not it. */
async function admitQueueRole(pool: pg.Pool): Promise<void> {
  await pool.query(`
    grant usage on schema graphile_worker to samsyn_queue;
    grant select, insert, update, delete on all tables in schema graphile_worker to samsyn_queue;
    grant usage on all sequences in schema graphile_worker to samsyn_queue;
    grant execute on all functions in schema graphile_worker to samsyn_queue;
    do $$ declare t record; begin
      for t in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity
        and not exists (select from pg_policies p where p.schemaname = 'graphile_worker' and p.tablename = pg_tables.tablename)
      loop execute format('create policy queue_works on graphile_worker.%I to samsyn_queue using (true)', t.tablename); end loop;
    end $$;
  `)
}
