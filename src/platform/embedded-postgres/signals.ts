import { spawnSync } from 'node:child_process'
import { type Binaries, programIn } from './binaries.ts'
import { systemErrorCode } from './owned-files.ts'

/** SIGINT: fast shutdown. SIGQUIT: immediate, with recovery at the next start. SIGKILL: the last resort. */
export type ServerSignal = 'SIGINT' | 'SIGQUIT' | 'SIGKILL'

/** Sends a signal to a PostgreSQL process; one that has ended already is left alone. */
export function signalServer(pid: number, signal: ServerSignal, binaries: Binaries): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    // Windows has no signals; PostgreSQL listens to its own imitation of them, which this program speaks.
    spawnSync(programIn(binaries, 'pg_ctl'), ['kill', signal.slice('SIG'.length), String(pid)])
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error
  }
}
