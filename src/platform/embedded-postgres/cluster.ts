import { spawn } from 'node:child_process'
import { mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { type Binaries, programIn } from './binaries.ts'
import { diskFull, requireSpace, spaceForNewCluster } from './data-folder.ts'
import {
  type Account,
  giveTo,
  newSecret,
  readSecret,
  settleFolder,
  systemErrorCode,
  unfinishedNameFor,
  writePrivately,
} from './owned-files.ts'
import { lastLines, saysDiskFull } from './server-log.ts'
import { cleanEnvironment } from './server-settings.ts'

/** The superuser of the embedded server. */
export const admin = 'samsyn_admin'

/** What is needed to work on a cluster. */
export interface ClusterContext {
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly account: Account | undefined
}

/**
 * Makes a new cluster. It gets its name only when it is whole and on disk: a kill in the middle leaves nothing that
 * a later start could take for a database.
 */
export async function createCluster(context: ClusterContext): Promise<Attempt<void>> {
  const home = dirname(context.cluster)
  const space = await requireSpace(home, spaceForNewCluster)
  if (!space.ok) return space

  if (!(await isFree(context.cluster))) return refused({ kind: 'not-a-database', path: context.cluster })

  const password = newSecret()
  await writePrivately(context.passwordFile, password)
  const unfinished = unfinishedNameFor(context.cluster)
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await giveTo(unfinished, context.account)
    const passwordForInitdb = join(unfinished, 'password')
    await writePrivately(passwordForInitdb, password, context.account)
    const { code, output } = await run(
      programIn(context.binaries, 'initdb'),
      initdbWords(join(unfinished, 'cluster'), passwordForInitdb),
      context.account,
    )
    if (code !== 0) return failed(output, context)
    await rename(join(unfinished, 'cluster'), context.cluster)
    await settleFolder(home)
    return done(undefined)
  } finally {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 })
  }
}

function initdbWords(folder: string, passwordFile: string): string[] {
  // The built-in locale sorts by code point and never changes, so no index goes bad when the library does.
  // Lists for people are sorted in the code, as a Swede sorts names.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const access = ['--username', admin, '--pwfile', passwordFile, '--auth=scram-sha-256']
  return ['--pgdata', folder, ...access, ...locale, '--data-checksums', '--no-instructions']
}

/** Refuses a cluster that another major version of PostgreSQL wrote. */
export async function requireSameVersion(cluster: string, binaries: Binaries): Promise<Attempt<void>> {
  const found = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (found === binaries.majorVersion) return done(undefined)
  return refused({ kind: 'other-major-version', path: cluster, found, needed: binaries.majorVersion })
}

/**
 * The administrator's password. Where its file was lost, the cluster is given a new one: who owns the files is the
 * administrator anyway. The file is written last, so that a kill in between leads here again.
 */
export async function adminPassword(context: ClusterContext): Promise<Attempt<string>> {
  const kept = await readSecret(context.passwordFile)
  if (kept) return done(kept)
  const password = newSecret()
  const words = ['--single', '-j', '-D', context.cluster, 'postgres']
  const command = `alter role ${admin} password '${password}'\n`
  const { code, output } = await run(programIn(context.binaries, 'postgres'), words, context.account, command)
  // In this mode a failed statement is only visible in what is printed.
  if (code !== 0 || /ERROR:|FATAL:/.test(output)) return failed(output, context)
  await writePrivately(context.passwordFile, password)
  return done(password)
}

function failed(output: string, { cluster, logFile }: ClusterContext): Attempt<never> {
  if (saysDiskFull(output)) return refused(diskFull(dirname(cluster)))
  return refused({ kind: 'start-failed', logFile, lastLogLines: lastLines(output) })
}

/** An empty folder may stand there, made by hand; anything in it is somebody's. */
async function isFree(path: string): Promise<boolean> {
  try {
    await rmdir(path)
    return true
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOENT') return true
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') return false
    throw error
  }
}

/** Runs a program of PostgreSQL to its end and answers all it printed. */
function run(
  file: string,
  words: string[],
  account: Account | undefined,
  input = '',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { ...account, ...cleanEnvironment(), cwd: '/', windowsHide: true })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    // A program that ends without reading its input is heard through its exit code.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.end(input)
  })
}
