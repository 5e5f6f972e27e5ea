import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { accountJobs, openSignIn, type SignIn } from '#modules/accounts'
import { startWorker } from '#modules/jobs'
import { mailJobs } from '#modules/mail'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { listenForChanges } from '#platform/database/changes.ts'
import { openDatabase, openPool, type Database } from '#platform/database/connection.ts'
import type { RoleUrls } from '#platform/database/prepare.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import type { Logger } from '#platform/log.ts'
import { readAssets } from '#ui/assets.ts'
import { createApp } from './app.ts'
import { Networks } from './frame/visits.tsx'

export interface ProgramParts {
  readonly config: Config
  readonly urls: RoleUrls
  readonly secret: string
  /** The folder that holds `data/` and `dist/`. */
  readonly root: string
  readonly log: Logger
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
  readonly pools: { readonly program: pg.Pool; readonly queue: pg.Pool }
  readonly db: Database
  readonly queueDb: Database
  readonly signIn: SignIn
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
  const worker = does.work
    ? await startWorker({ pool: doors.pools.queue, jobs: jobsOf(parts, doors), log })
    : null

  return {
    origin: doors.origin,
    stop: async () => {
      await close(server)
      await worker?.stop()
      await web?.stop()
      await Promise.all([doors.signIn.close(), doors.pools.program.end(), doors.pools.queue.end()])
    },
  }
}

function openDoors({ urls, secret, log }: ProgramParts, origin: string): Doors {
  const pools = {
    program: openPool(urls.program, logLoss(log)),
    queue: openPool(urls.queue, logLoss(log)),
  }
  return {
    pools,
    db: openDatabase(pools.program),
    queueDb: openDatabase(pools.queue),
    signIn: openSignIn({ url: urls.sign_in, origin, secret }),
    origin,
  }
}

/** Begins to answer on a server that listens already, and to hear of changes that make kept pages old. */
function answerOn(server: Server, parts: ProgramParts, doors: Doors): { readonly stop: () => Promise<void> } {
  const { config, urls, secret, log } = parts
  const networks = new Networks(doors.db)
  const cache = new PageCache()
  const clientFolder = join(parts.root, 'dist/client')
  const app = createApp({
    ...doors,
    config,
    secret,
    networks,
    cache,
    log,
    clientFolder,
    mailboxDb: showsMailbox(config) ? doors.queueDb : null,
    assets: readAssets(join(clientFolder, '.vite/manifest.json')),
    dataFolder: join(parts.root, 'data/sweden'),
    clock: systemClock,
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (incoming, outgoing) => {
    // The listener answers failures itself; what is left is a connection that is gone.
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  return listenForChanges(urls.program, {
    change: () => {
      networks.drop()
      cache.drop()
    },
    listening: (isListening) => {
      networks.drop()
      cache.setListening(isListening)
    },
  })
}

function jobsOf({ config }: ProgramParts, { db, queueDb, signIn, origin }: Doors) {
  const clock = systemClock
  return [
    ...accountJobs({ db, signIn, origin, clock }),
    ...mailJobs({ queueDb, smtpUrl: config.smtpUrl, from: config.mailFrom, clock }),
  ]
}

/** Letters are shown on a page only to the machine the program runs on, and only where they are not sent. */
function showsMailbox(config: Config): boolean {
  return !config.smtpUrl && ['127.0.0.1', 'localhost', '::1'].includes(config.host)
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
