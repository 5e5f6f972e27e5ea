import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { accountJobs, openSignIn, type SignIn } from '#modules/accounts'
import { askJobs } from '#modules/asking'
import { courseJobs } from '#modules/courses'
import { commitmentJobs } from '#modules/commitments'
import { companyJobs } from '#modules/companies'
import { reachesPage, supportJobs } from '#modules/competence'
import { followUpJobs } from '#modules/follow-up'
import { importJobs } from '#modules/imports'
import { startWorker } from '#modules/jobs'
import { mailJobs } from '#modules/mail'
import { needJobs } from '#modules/needs'
import { entranceJobs, mailAnswering, matterJobs, receiverJobs } from '#modules/matters'
import { newsJobs } from '#modules/news'
import { roundtableJobs } from '#modules/roundtable'
import { recordJobs } from '#modules/records'
import { patternJobs } from '#modules/patterns'
import { seatPlanJobs } from '#modules/seat-plan'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { listenForChanges } from '#platform/database/changes.ts'
import { openDatabase, openPool, type Database } from '#platform/database/connection.ts'
import type { RoleUrls } from '#platform/database/prepare.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import type { Logger } from '#platform/log.ts'
import { readAssets } from '#ui/assets.ts'
import { createApp } from './app.ts'
import { openSources, type Sources } from './sources.ts'

export interface ProgramParts {
  readonly config: Config
  readonly urls: RoleUrls
  readonly secret: string
  /** The folder that holds `data/` and `dist/`. */
  readonly root: string
  readonly log: Logger
  readonly clock: Clock
  readonly does: { readonly web: boolean; readonly work: boolean }
}

export interface RunningProgram {
  /** Where people reach it. */
  readonly origin: string
  /** Lets what is under way finish, then closes everything. */
  readonly stop: () => Promise<void>
}

/** What a running program holds open. */
interface Doors {
  readonly pool: pg.Pool
  readonly db: Database
  /** The worker's own door: the queue, and the mail ledger. A process that only answers requests has none. */
  readonly queue: { readonly pool: pg.Pool; readonly db: Database } | null
  readonly signIn: SignIn
  readonly sources: Sources
  readonly origin: string
}

/** Opens the database's doors and starts what this process is to do: answer requests, take jobs, or both. */
export async function startProgram(parts: ProgramParts): Promise<RunningProgram> {
  const { config, log, does } = parts
  const server = createServer()
  // The port is taken before anything else is started: a second program on it must leave no trace.
  if (does.web) await listen(server, config)
  const doors = openDoors(parts, originOf(config, server))
  const web = does.web ? answerOn(server, parts, doors) : null
  const { queue } = doors
  const down = new AbortController()
  const worker =
    does.work && queue
      ? await startWorker({ pool: queue.pool, jobs: jobsOf(parts, doors, queue.db, down.signal), log })
      : null

  return {
    origin: doors.origin,
    stop: async () => {
      await close(server)
      // What waits for a source far away does not hold the program: it goes on where it was after the next start.
      down.abort()
      await worker?.stop()
      await web?.stop()
      await Promise.all([doors.signIn.close(), doors.pool.end(), doors.queue?.pool.end()])
    },
  }
}

function openDoors({ config, urls, secret, log, clock, does, root }: ProgramParts, origin: string): Doors {
  const pool = openPool(urls.program, logLoss(log))
  const queuePool = does.work || showsMailbox(config) ? openPool(urls.queue, logLoss(log)) : null
  return {
    pool,
    db: openDatabase(pool),
    queue: queuePool && { pool: queuePool, db: openDatabase(queuePool) },
    signIn: openSignIn({ url: urls.sign_in, origin, secret }),
    sources: openSources(config, root, clock),
    origin,
  }
}

/** Begins to answer on a server that listens already, and to hear of changes that make kept pages old. */
function answerOn(server: Server, parts: ProgramParts, doors: Doors): { readonly stop: () => Promise<void> } {
  const { config, urls, secret, log, clock } = parts
  const cache = new PageCache()
  const clientFolder = join(parts.root, 'dist/client')
  const app = createApp({
    ...doors,
    config,
    secret,
    cache,
    log,
    clientFolder,
    mailboxDb: showsMailbox(config) ? (doors.queue?.db ?? null) : null,
    assets: readAssets(join(clientFolder, '.vite/manifest.json')),
    dataFolder: join(parts.root, 'data/sweden'),
    clock,
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (incoming, outgoing) => {
    // The listener answers failures itself; what is left is a connection that is gone.
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  return listenForChanges(urls.program, {
    change: () => cache.drop(),
    listening: (isListening) => cache.setListening(isListening),
  })
}

function jobsOf(
  { config, secret, clock }: ProgramParts,
  { db, signIn, origin, sources }: Doors,
  queueDb: Database,
  signal: AbortSignal,
) {
  return [
    ...accountJobs({ db, signIn, origin, clock }),
    ...importJobs({ db, clock, readers: sources.readers, signal, origin }),
    ...followUpJobs({ db, queueDb, clock, origin }),
    ...companyJobs({ db, queueDb, clock, origin }),
    ...askJobs({ db, queueDb, clock, origin, secret }),
    ...courseJobs({
      queueDb,
      clock,
      concepts: sources.concepts,
      susa: config.susaUrl === undefined ? null : { url: config.susaUrl, fetch },
    }),
    ...needJobs({ db, queueDb, clock, origin, secret }),
    ...roundtableJobs({ db, queueDb, clock, origin, secret }),
    ...recordJobs({ db, clock }),
    ...commitmentJobs({ db, queueDb, clock, origin, secret }),
    ...receiverJobs({ db, queueDb, clock, origin }),
    ...matterJobs({ db, queueDb, clock, origin }),
    ...supportJobs({
      db,
      queueDb,
      clock,
      origin,
      secret,
      reaches: config.checksLinks ? reachesPage : null,
    }),
    ...patternJobs({ db, queueDb, clock, origin, secret }),
    ...newsJobs({ db, queueDb, clock, origin, secret }),
    ...mailJobs({
      db,
      queueDb,
      clock,
      smtpUrl: config.smtpUrl,
      imapUrl: config.imapUrl,
      signing: { secret, replyAddress: config.mailReplyAddress, from: config.mailFrom },
      ...mailAnswering({ db, secret, origin, isScanned: config.clamavUrl !== undefined }),
    }),
    ...seatPlanJobs({ db, clock, signal }),
    ...entranceJobs({ db, queueDb, clock, secret, clamavUrl: config.clamavUrl }),
  ]
}

/**
 * Letters are shown on a page only where they are not sent and nobody but this machine's own people can ask: the program
 * listens to the machine alone, and nothing says that a proxy stands before it.
 */
function showsMailbox({ smtpUrl, host, baseUrl, trustProxy }: Config): boolean {
  return !smtpUrl && !baseUrl && !trustProxy && ['127.0.0.1', 'localhost', '::1'].includes(host)
}

function originOf(config: Config, server: Server): string {
  if (config.baseUrl) return new URL(config.baseUrl).origin
  const address = server.address() as AddressInfo | null
  const host = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host
  return `http://${host}:${address?.port ?? config.port}`
}

async function listen(server: Server, config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  // Whoever is still being answered after ten seconds is cut off, so that stopping always ends.
  const cut = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(cut)
}

function logLoss(log: Logger): (error: Error) => void {
  return (error) =>
    log.warn({ error: error.name, code: (error as { code?: string }).code }, 'database connection lost')
}
