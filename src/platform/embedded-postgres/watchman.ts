import { spawn } from 'node:child_process'
import type { Account } from './owned-files.ts'

/**
 * Ends the server when this program dies without stopping it (kill -9, a crash). A shell waits at a pipe that only we
 * hold open; the operating system closes it with us, however we die, and the shell asks the server to stop.
 * The next start heals the folder in any case; this keeps a database from running for ever after its program.
 * Windows has no such shell: there it is the next start alone.
 * @returns how to dismiss the watchman, once the server has ended.
 */
export function watchOver(server: number, account: Account | undefined): () => void {
  if (process.platform === 'win32') return () => undefined
  const watchman = spawn(
    '/bin/sh',
    ['-c', 'read -r line || kill -INT "$1"', 'samsyn-watchman', String(server)],
    {
      ...account,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      // Ctrl-C in a terminal must not take the watchman away from a server that is still needed.
      detached: true,
    },
  )
  // A machine without a shell has no watchman; the next start heals.
  watchman.on('error', () => undefined)
  watchman.stdin.on('error', () => undefined)
  watchman.unref()
  // A line instead of the end of the pipe: go, and leave the server alone.
  return () => void watchman.stdin.end('dismissed\n')
}
