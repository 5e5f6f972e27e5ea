import { spawnSync } from 'node:child_process'
import { access, chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { mend } from './binaries-mending.ts'
import { settleFolder, systemErrorCode, unfinishedNameFor } from './owned-files.ts'

/** Where the shipped PostgreSQL lies, and what to call a copy of it. */
export interface Shipped {
  readonly folder: string
  readonly version: string
}

/** Copies to the first of some folders that can be written and that nobody else can change. */
export async function copyIntoFirst(
  shipped: Shipped,
  folders: readonly string[],
  progress: (step: string) => void,
): Promise<Attempt<string>> {
  let reason = 'there is no other place for it'
  for (const folder of folders) {
    const copy = await copied(shipped, folder, progress)
    if ('native' in copy) return done(copy.native)
    reason = copy.reason
  }
  return refused({ kind: 'cannot-read-binaries', path: shipped.folder, reason })
}

/** Copies once per version. The name is given when all is on disk, so that a half copy is never used. */
async function copied(
  shipped: Shipped,
  into: string,
  progress: (step: string) => void,
): Promise<{ native: string } | { reason: string }> {
  const packageFolder = join(into, `postgres-${shipped.version}`)
  try {
    await mkdir(into, { recursive: true, mode: 0o755 })
    if (!(await exists(packageFolder))) {
      progress('Copying PostgreSQL to where its account can read it')
      await makeCopy(shipped.folder, packageFolder)
    }
  } catch (error) {
    const code = systemErrorCode(error)
    if (!code || code === 'ENOSPC' || !(error instanceof Error)) throw error
    return { reason: error.message }
  }
  if ((await isOnlyOurs(into)) && (await isOnlyOurs(packageFolder)))
    return { native: join(packageFolder, 'native') }
  return { reason: `somebody else may have changed ${packageFolder}` }
}

async function makeCopy(native: string, packageFolder: string): Promise<void> {
  const unfinished = unfinishedNameFor(packageFolder)
  try {
    await mkdir(unfinished, { mode: 0o755 })
    await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    await mend(join(unfinished, 'native'))
    await openToAll(unfinished)
    settleAll(unfinished)
    await rename(unfinished, packageFolder)
    await settleFolder(dirname(packageFolder))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Two programs copied at the same time: the other one's is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error
  }
}

/** A checkout made under a strict umask is readable by its owner only; the copy is for everybody. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}

/** Puts a whole folder on disk with one call; a thousand small ones took ten seconds on a busy machine. */
function settleAll(folder: string): void {
  if (process.platform === 'win32') return
  if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status !== 0) spawnSync('sync')
}

/** What root starts must not lie where others can change it. */
async function isOnlyOurs(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder)
  return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0)
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false
    throw error
  }
}
