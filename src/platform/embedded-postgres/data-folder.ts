import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { done } from '../outcome.ts'
import { type Attempt, type Refusal, refused } from './attempt.ts'
import { giveTo, isRoot, ownerOf, systemErrorCode } from './owned-files.ts'

const megabyte = 1024 * 1024

/** Megabytes: a fresh cluster takes 40, its write-ahead log 80 more before it is first recycled. */
export const spaceForNewCluster = 200
/** Megabytes: three segments of write-ahead log, and room for the logs. */
export const spaceToRun = 50

/** Makes sure that the data folder exists and can be written; answers its real path. */
export async function openDataFolder(path: string): Promise<Attempt<string>> {
  const wanted = resolve(path)
  try {
    await makeFolder(wanted)
    const folder = await realpath(wanted)
    await leaveDoorIn(folder)
    const trial = join(folder, `.trial-${randomBytes(6).toString('hex')}`)
    await writeFile(trial, '')
    await rm(trial)
    return done(folder)
  } catch (error) {
    if (!systemErrorCode(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return refusalOf(error, wanted) ?? refused({ kind: 'data-folder-not-writable', path: wanted, reason })
  }
}

/**
 * Makes a folder and those around it, one at a time: the system's own way to make several hides why it could not.
 * Root gives a new folder to the owner of the one around it: after one start with sudo, the person whose checkout it
 * is can start without. And root leaves a door (0711) for the unprivileged account that runs the server.
 */
async function makeFolder(path: string): Promise<void> {
  const around = dirname(path)
  try {
    await makeOne(path)
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' || around === path) throw error
    await makeFolder(around)
    await makeOne(path)
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: isRoot() ? 0o711 : 0o700 })
    await giveTo(path, await ownerOf(dirname(path)))
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  }
}

/**
 * A folder that root has made for us and closed, as temporary ones are, would send the database elsewhere. While it is
 * empty we may say what it is for; the files in it are closed one by one.
 */
async function leaveDoorIn(folder: string): Promise<void> {
  if (!isRoot() || (await readdir(folder)).length > 0) return
  const { uid, mode } = await stat(folder)
  if (uid === 0) await chmod(folder, mode | 0o011)
}

/** The file system's complaint as a refusal, when it is one that a person can do something about. */
export function refusalOf(error: unknown, path: string): ReturnType<typeof refused> | undefined {
  const code = systemErrorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused(diskFull(path))
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') || !(error instanceof Error)) return undefined
  // A complaint that names no file is not about the folder.
  if (!('path' in error && typeof error.path === 'string')) return undefined
  return refused({ kind: 'data-folder-not-writable', path: error.path, reason: error.message })
}

/** The disk said so itself, in the middle of something. */
export function diskFull(path: string): Refusal {
  return { kind: 'disk-full', path, freeMegabytes: 0, neededMegabytes: spaceToRun }
}

/**
 * Refuses before the disk is full. PostgreSQL survives a full disk, but the person who meets it in the middle of a
 * form would not thank us.
 */
export async function requireSpace(folder: string, neededMegabytes: number): Promise<Attempt<void>> {
  const { bavail, bsize } = await statfs(folder)
  const freeMegabytes = Math.floor((bavail * bsize) / megabyte)
  if (freeMegabytes >= neededMegabytes) return done(undefined)
  return refused({ kind: 'disk-full', path: folder, freeMegabytes, neededMegabytes })
}
