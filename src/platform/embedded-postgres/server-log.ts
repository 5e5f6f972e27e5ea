import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { giveTo, ownerOf, systemErrorCode } from './owned-files.ts'

const limit = 5 * 1024 * 1024

/**
 * Opens the server's log to append to. One of more than 5 MB is set aside, and the one set aside before is removed:
 * the log never takes more than a run's lines and 5 MB.
 */
export async function openLog(path: string): Promise<FileHandle> {
  if ((await sizeOf(path)) > limit) {
    await rm(`${path}.old`, { force: true })
    await rename(path, `${path}.old`)
  }
  const file = await open(path, 'a', 0o600)
  await giveTo(path, await ownerOf(dirname(path)))
  return file
}

export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return 0
    throw error
  }
}

/** What was logged after a place in the file, at most its last 64 kB. Nothing, when somebody removed the file. */
export async function logSince(path: string, start: number): Promise<string> {
  if ((await sizeOf(path)) <= start) return ''
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const from = Math.max(start, size - 65_536)
    const buffer = Buffer.alloc(Math.max(0, size - from))
    await file.read(buffer, 0, buffer.length, from)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

/** The last lines that say something. */
export function lastLines(text: string, count = 12): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
}

/** Whether PostgreSQL stopped because the disk, or the owner's share of it, was full. */
export function saysDiskFull(text: string): boolean {
  return /No space left on device|Disk quota exceeded|There is not enough space on the disk/.test(text)
}
