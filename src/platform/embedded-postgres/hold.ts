import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { giveTo, ownerOf, readIfThere, writePrivately } from './owned-files.ts'

/** One program at a time works in a folder; this is its hold on it. */
export interface Hold {
  /** Tells a second start where the first one can be reached. */
  announce(address: string): Promise<void>
  release(): void
}

// Another process, or this one, has the lock.
const SQLITE_BUSY = 5

/**
 * Takes the folder, or names the program that has it.
 *
 * The lock is the operating system's own, on a file: it ends with the process however that dies, cannot be stale,
 * and holds across containers that share the folder, where process ids mean nothing. Node offers no such lock
 * except through its built-in SQLite, which locks its database file; the "database" stays empty. Nothing else may
 * open the file in this process: on POSIX systems closing it anywhere gives up the lock.
 */
export async function takeHold(folder: string): Promise<Attempt<Hold>> {
  const note = join(folder, 'running.json')
  const lock = lockFile(join(folder, 'running.lock'))
  if (lock === 'taken')
    return refused({ kind: 'data-folder-in-use', path: folder, ...(await holderOf(note)) })
  if ('reason' in lock) {
    return refused({
      kind: 'data-folder-not-writable',
      path: join(folder, 'running.lock'),
      reason: lock.reason,
    })
  }
  const tell = (address?: string) => writePrivately(note, JSON.stringify({ pid: process.pid, address }))
  try {
    await giveTo(join(folder, 'running.lock'), await ownerOf(folder))
    await tell()
  } catch (error) {
    lock.close()
    throw error
  }
  return done({ announce: tell, release: () => lock.close() })
}

function lockFile(path: string): DatabaseSync | 'taken' | { readonly reason: string } {
  let lock: DatabaseSync | undefined
  try {
    // Of two that ask at the same moment both would be told no, if neither waited for the other to step back.
    lock = new DatabaseSync(path, { timeout: 500 })
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (!(error instanceof Error && 'errcode' in error)) throw error
    return error.errcode === SQLITE_BUSY ? 'taken' : { reason: error.message }
  }
}

async function holderOf(note: string): Promise<{ pid: number | undefined; address: string | undefined }> {
  const { pid, address } = parsed(await readIfThere(note))
  return {
    pid: typeof pid === 'number' ? pid : undefined,
    address: typeof address === 'string' ? address : undefined,
  }
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    // The note is a courtesy; the lock has spoken already.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
