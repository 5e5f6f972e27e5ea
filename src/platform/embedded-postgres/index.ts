import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { serverAccount, whyNotAs } from './account.ts'
import { done } from '../outcome.ts'
import { type Attempt, type Refusal, refused } from './attempt.ts'
import { type Binaries, readyBinaries } from './binaries.ts'
import { adminPassword, type ClusterContext, createCluster, requireSameVersion } from './cluster.ts'
import { type ClusterPlace, existingPlace, newPlace, rememberPlace } from './cluster-place.ts'
import { openDataFolder, refusalOf, requireSpace, spaceToRun } from './data-folder.ts'
import { takeHold } from './hold.ts'
import { clearLeftovers } from './leftovers.ts'
import { type Account, clearUnfinished, isRoot, keepSecret } from './owned-files.ts'
import { addressOf } from './readiness.ts'
import { type RunningServer, startServer } from './server.ts'

export type { Refusal as EmbeddedPostgresRefusal }

const databaseName = 'samsyn'

export interface EmbeddedPostgresOptions {
  readonly dataFolder: string
  /** Hears in a few English words what is being done, each time it changes. */
  readonly progress: (step: string) => void
  /** The `native` folder of a package of binaries; found in node_modules when absent. */
  readonly binaries?: string
  /** Where root puts what the server's account cannot reach in the checkout. */
  readonly sharedFolder?: string
}

export interface EmbeddedPostgres {
  /** The address of the database, as the server's superuser. */
  readonly url: string
  /** A secret of this installation, made on its first start, from which others are derived. */
  readonly secret: string
  /** Fulfilled with the last lines of the server's log if it ends without having been stopped. */
  readonly lost: Promise<readonly string[]>
  /** Lets a second start on the same folder say where this one can be reached. */
  announce(address: string): Promise<void>
  /** Stops the server and lets go of the folder. Calling it again changes nothing. */
  stop(): Promise<void>
}

interface Work {
  readonly options: EmbeddedPostgresOptions
  readonly folder: string
  /** What to let go of again, newest last: at the stop, or when the start does not succeed. */
  readonly undo: (() => void | Promise<void>)[]
}

/**
 * Starts the PostgreSQL that is shipped with the program on a data folder, made on the first start, and heals what an
 * unclean stop left behind. A refusal leaves the data as it was.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Attempt<EmbeddedPostgres>> {
  const undo: Work['undo'] = []
  const giveUp = () => letGo(undo)
  try {
    const folder = await openDataFolder(options.dataFolder)
    if (!folder.ok) return folder
    const started = await startIn({ options, folder: folder.value, undo })
    if (!started.ok) await giveUp()
    return started
  } catch (error) {
    await giveUp()
    const refusal = refusalOf(error, options.dataFolder)
    if (refusal) return refusal
    throw error
  }
}

async function letGo(undo: Work['undo']): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

async function startIn(work: Work): Promise<Attempt<EmbeddedPostgres>> {
  const { folder, undo } = work
  const hold = await takeHold(folder)
  if (!hold.ok) return hold
  undo.push(() => hold.value.release())
  await clearUnfinished(folder)

  const ready = await readyCluster(work)
  if (!ready.ok) return ready
  const context = ready.value

  const password = await adminPassword(context)
  if (!password.ok) return password
  const secret = await keepSecret(join(folder, 'installation-secret'))
  work.options.progress('Starting the database')
  const server = await startServer(context, password.value)
  if (!server.ok) return server
  undo.push(() => server.value.stop())
  await ensureDatabase(server.value, password.value)

  let stopping: Promise<void> | undefined
  return done({
    url: addressOf(server.value.port, password.value, databaseName),
    secret,
    lost: server.value.lost,
    announce: (address) => hold.value.announce(address),
    stop: () => (stopping ??= letGo(undo)),
  })
}

/** A cluster that a server can be started on: the existing one, healed, or a new one. */
async function readyCluster(work: Work): Promise<Attempt<ClusterContext>> {
  const { options, folder } = work
  const existing = await existingPlace(folder)
  if (!existing.ok) return existing
  const account = await serverAccount(existing.value?.cluster, folder)
  const whyNot = whyNotAs(account)
  if (whyNot !== undefined) return refused({ kind: 'cannot-leave-root', reason: whyNot })

  const shared = options.sharedFolder ?? '/var/lib/samsyn'
  const binaries = await readyBinaries({
    shippedFolder: options.binaries,
    copyInto: isRoot() ? [shared, join(tmpdir(), 'samsyn')] : [join(folder, 'programs')],
    account,
    progress: options.progress,
  })
  if (!binaries.ok) return binaries

  const place = existing.value ?? (await newPlace(folder, account, shared))
  const held = await holdElsewhere(work, place)
  if (!held.ok) return held
  const context = contextOf(folder, place, binaries.value, account)
  const ready = existing.value
    ? await readyExisting(context, place, options)
    : await makeNew(context, place, work)
  return ready.ok ? done(context) : ready
}

/** Two data folders may name the same place elsewhere, when one was copied from the other. */
async function holdElsewhere({ folder, undo }: Work, place: ClusterPlace): Promise<Attempt<void>> {
  if (place.home === folder) return done(undefined)
  const hold = await takeHold(place.home)
  if (!hold.ok) return hold
  undo.push(() => hold.value.release())
  return done(undefined)
}

function contextOf(
  folder: string,
  { cluster }: ClusterPlace,
  binaries: Binaries,
  account: Account | undefined,
): ClusterContext {
  const passwordFile = join(folder, 'postgres-password')
  return { cluster, passwordFile, logFile: join(folder, 'postgres.log'), binaries, account }
}

async function readyExisting(
  context: ClusterContext,
  place: ClusterPlace,
  { progress }: EmbeddedPostgresOptions,
): Promise<Attempt<void>> {
  const same = await requireSameVersion(context.cluster, context.binaries)
  if (!same.ok) return same
  const space = await requireSpace(place.home, spaceToRun)
  if (!space.ok) return space
  await clearLeftovers(context.cluster, context.binaries, progress)
  return done(undefined)
}

async function makeNew(
  context: ClusterContext,
  place: ClusterPlace,
  { options, folder }: Work,
): Promise<Attempt<void>> {
  options.progress('Making a new database')
  const created = await createCluster(context)
  if (created.ok && place.isNewElsewhere) await rememberPlace(folder, place)
  return created
}

/** The database is made at the first start; a kill right after the cluster was made leaves it to the second. */
async function ensureDatabase(server: RunningServer, password: string): Promise<void> {
  const client = new Client({ connectionString: addressOf(server.port, password, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}
