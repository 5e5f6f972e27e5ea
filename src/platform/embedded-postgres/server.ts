import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { programIn } from './binaries.ts'
import type { ClusterContext } from './cluster.ts'
import { diskFull } from './data-folder.ts'
import { endServer, endStrays } from './leftovers.ts'
import { firstAnswer } from './readiness.ts'
import { lastLines, logSince, openLog, saysDiskFull, sizeOf } from './server-log.ts'
import { cleanEnvironment, serverWords } from './server-settings.ts'
import { watchOver } from './watchman.ts'

/** A server that accepts connections. */
export interface RunningServer {
  readonly port: number
  /** Fulfilled with its last lines when it ends without having been asked to. */
  readonly lost: Promise<readonly string[]>
  stop(): Promise<void>
}

const attempts = 5

/** Starts the server on a free port and waits until it accepts connections. */
export async function startServer(
  context: ClusterContext,
  password: string,
): Promise<Attempt<RunningServer>> {
  let log = ''
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const started = await startOnce(context, password)
    if (typeof started !== 'string') return done(started)
    log = started
    if (/pre-existing shared memory block/.test(log)) await endStrays(context.cluster, context.binaries)
    // Somebody took the port between our asking for it and the server's: ask for another.
    else if (!/could not bind|could not create any TCP/.test(log)) break
  }
  if (saysDiskFull(log)) return refused(diskFull(context.cluster))
  return refused({ kind: 'start-failed', logFile: context.logFile, lastLogLines: lastLines(log) })
}

/** One attempt: the server, or what it logged before it gave up. */
async function startOnce(context: ClusterContext, password: string): Promise<RunningServer | string> {
  const port = await freePort()
  const { child, logStart, pid } = await spawnServer(context, port)
  const ended = once(child, 'exit').then(() => logSince(context.logFile, logStart))
  const dismiss = watchOver(pid, context.account)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  let isAsked = false
  const lost = new Promise<readonly string[]>((resolve, reject) => {
    const report = async () => {
      const log = await ended
      dismiss()
      if (!isAsked) resolve(lastLines(log))
    }
    report().catch(reject)
  })
  const end = async () => {
    isAsked = true
    if (!hasEnded()) await endServer(pid, context.binaries)
    await ended
  }

  const answer = await firstAnswer({ port, password, hasEnded })
  if (answer === 'ready') {
    let stopping: Promise<void> | undefined
    return { port, lost, stop: () => (stopping ??= end()) }
  }
  await end()
  return `${await ended}\n${answer}`
}

async function spawnServer(
  context: ClusterContext,
  port: number,
): Promise<{ child: ChildProcess; logStart: number; pid: number }> {
  const log = await openLog(context.logFile)
  try {
    const logStart = await sizeOf(context.logFile)
    const child = spawn(programIn(context.binaries, 'postgres'), serverWords(context.cluster, port), {
      ...context.account,
      ...cleanEnvironment(),
      cwd: '/',
      // A file, not a pipe: the server must be able to log after we were killed.
      stdio: ['ignore', log.fd, log.fd],
      // In a session of its own: Ctrl-C in a terminal reaches the whole group, and would end the database under the
      // requests that we still want to answer.
      detached: true,
      windowsHide: true,
    })
    await once(child, 'spawn')
    if (child.pid === undefined) throw new Error('The server has no process id')
    return { child, logStart, pid: child.pid }
  } finally {
    await log.close()
  }
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port')
  return address.port
}
