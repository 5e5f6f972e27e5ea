import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { ownerOf, readIfThere, systemErrorCode, writePrivately } from './owned-files.ts'
import { endsWithin, isRunning, isServerOf, processesAtWorkIn } from './processes.ts'
import { signalServer } from './signals.ts'

/**
 * Clears the way after a start that was not followed by a stop: the program was killed, the power failed, a container
 * vanished. Must be called by the holder of the folder: then a server that still runs here is nobody's.
 */
export async function clearLeftovers(
  cluster: string,
  binaries: Binaries,
  progress: (step: string) => void,
): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const text = await readIfThere(pidFile)
  if (text === undefined) return
  const pid = pidIn(text)
  if (pid === undefined) {
    // Cut short by a power cut. PostgreSQL would refuse to start over it.
    await rm(pidFile, { force: true })
  } else if (isServerOf(pid, cluster)) {
    progress('Stopping a database server that an earlier run left behind')
    return endServer(pid, binaries)
  } else if (isRunning(pid) || isZombie(pid)) {
    await disown(pidFile, text)
  }
  // A process id that nobody has: PostgreSQL sees that itself.
  progress('The database was not stopped cleanly and checks its log')
}

/** The process id on the first line of PostgreSQL's lock file. A negative one was written by `postgres --single`. */
function pidIn(text: string): number | undefined {
  const pid = Math.abs(Number.parseInt(text, 10))
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined
}

/** Ends a server as cleanly as it lets us: what it had acknowledged is on disk in every case. */
export async function endServer(pid: number, binaries: Binaries): Promise<void> {
  signalServer(pid, 'SIGINT', binaries)
  if (await endsWithin(20, pid)) return
  signalServer(pid, 'SIGQUIT', binaries)
  if (await endsWithin(10, pid)) return
  signalServer(pid, 'SIGKILL', binaries)
  await endsWithin(10, pid)
}

/** Ends what a killed server left at work. They notice by themselves, unless they are deep in a long computation. */
export async function endStrays(cluster: string, binaries: Binaries): Promise<void> {
  for (const pid of processesAtWorkIn(cluster)) {
    signalServer(pid, 'SIGQUIT', binaries)
    if (!(await endsWithin(5, pid))) signalServer(pid, 'SIGKILL', binaries)
  }
}

/**
 * The lock file names a process that is not a server of this cluster: the number was given anew. PostgreSQL cannot
 * know and would refuse. The file is not removed, because it also names the shared memory by which PostgreSQL sees
 * whether anything is still at work here; instead it names us, the server's parent, which PostgreSQL looks past.
 */
async function disown(pidFile: string, text: string): Promise<void> {
  if (process.platform === 'win32') return rm(pidFile, { force: true })
  await writePrivately(pidFile, text.replace(/^-?\d+/, String(process.pid)), await ownerOf(pidFile))
}

function isZombie(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isRunning(pid)
  } catch (error) {
    if (systemErrorCode(error)) return false
    throw error
  }
}
