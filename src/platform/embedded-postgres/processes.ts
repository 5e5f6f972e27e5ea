import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemErrorCode } from './owned-files.ts'

/** Whether a process runs. A zombie does not: it has ended, and only waits for a parent to notice. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, under an account that is not ours.
    if (systemErrorCode(error) !== 'EPERM') return false
  }
  return process.platform !== 'linux' || stateOf(pid) !== 'Z'
}

function stateOf(pid: number): string | undefined {
  // "123 (name, which may hold anything) Z 1 …"
  return /^.*\) (\S)/s.exec(readProc(`${pid}/stat`) ?? '')?.[1]
}

/**
 * Whether a process is the PostgreSQL server of a cluster. Its command line says so; its working directory would too,
 * but root in a container may not read that of another account.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'linux') {
    const words = (readProc(`${pid}/cmdline`) ?? '').split('\0')
    return (words[0] ?? '').endsWith('/postgres') && words[words.indexOf('-D') + 1] === cluster
  }
  if (process.platform === 'win32') {
    // Only the program's name can be asked for simply; the id stands in the cluster's own file, which must do.
    return outputOf('tasklist', ['/NH', '/FI', `PID eq ${pid}`]).includes('postgres.exe')
  }
  const command = outputOf('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  return command.includes('/postgres ') && command.includes(`-D ${cluster} `)
}

/** The processes at work in a cluster, server or not: what a server that was killed may leave behind. Linux only. */
export function processesAtWorkIn(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => nameOf(pid) === 'postgres' && folderOf(pid) === cluster).map(Number)
}

const nameOf = (pid: string) => readProc(`${pid}/comm`)?.trim()

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    if (systemErrorCode(error)) return undefined
    throw error
  }
}

/** Waits until a process has ended; answers whether it did in time. */
export async function endsWithin(seconds: number, pid: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  while (isRunning(pid)) {
    if (performance.now() > deadline) return false
    await sleep(10)
  }
  return true
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch (error) {
    // A process may end while we look at it.
    if (systemErrorCode(error)) return undefined
    throw error
  }
}

function outputOf(command: string, words: string[]): string {
  return spawnSync(command, words, { encoding: 'utf8' }).stdout ?? ''
}
