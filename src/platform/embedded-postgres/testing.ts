import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { shippedFolder } from './binaries.ts'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './index.ts'
import { isRoot } from './owned-files.ts'
import { endsWithin, isRunning } from './processes.ts'

export const asRoot = isRoot()

/** A folder that is removed after the test, or after all of them when `atTheEnd` is `afterAll`. */
export function temporaryFolder(atTheEnd: (clear: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-test-'))
  // As root the server runs as somebody else, who must be able to come in.
  chmodSync(folder, 0o755)
  atTheEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export async function start(dataFolder: string, more: Partial<EmbeddedPostgresOptions> = {}) {
  const steps: string[] = []
  const attempt = await startEmbeddedPostgres({ dataFolder, progress: (step) => steps.push(step), ...more })
  if (attempt.ok) onTestFinished(() => attempt.value.stop())
  return { attempt, steps }
}

export async function started(
  dataFolder: string,
  more?: Partial<EmbeddedPostgresOptions>,
): Promise<EmbeddedPostgres> {
  const { attempt } = await start(dataFolder, more)
  if (!attempt.ok) throw new Error(`Not started: ${JSON.stringify(attempt.refusal)}`)
  return attempt.value
}

export async function refusal(dataFolder: string, more?: Partial<EmbeddedPostgresOptions>) {
  const { attempt } = await start(dataFolder, more)
  if (attempt.ok) throw new Error('Started, although a refusal was expected')
  return attempt.refusal
}

export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program that starts the server on the folder, then runs `work` with its `url`. Killed after the test. */
export function program(
  dataFolder: string,
  work: string,
): { child: ChildProcess; lines: AsyncIterator<string> } {
  const script = `
    import pg from 'pg'
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    const attempt = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, progress: console.log })
    if (!attempt.ok) throw new Error(JSON.stringify(attempt.refusal))
    const { url, announce } = attempt.value
    ${work}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: new URL('.', import.meta.url),
  })
  onTestFinished(async () => {
    const server = serverPid(dataFolder)
    await kill(child)
    if (server > 0) await endsWithin(30, server)
  })
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

export async function lineWith(text: string, lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const line = await lines.next()
    if (line.done) throw new Error(`The program ended without saying "${text}"`)
    if (line.value.includes(text)) return line.value
  }
}

/** Ends a program as a power cut would: without a word. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export async function killProcess(pid: number): Promise<void> {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  if (!(await endsWithin(10, pid))) throw new Error(`Process ${pid} does not end`)
}

/** The process id of the server at work in a data folder; 0 when there is none. */
export function serverPid(dataFolder: string): number {
  if (!existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))) return 0
  return Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

/** The shell that waits for the program's end. */
export function watchmanOf(server: number): number {
  const watchman = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && wordsOf(name).join(' ').endsWith(`samsyn-watchman ${server}`),
  )
  if (!watchman) throw new Error('There is no watchman')
  return Number(watchman)
}

function wordsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  } catch {
    return []
  }
}

/**
 * The shipped binaries as npm unpacks them when scripts are not run: without symbolic links; and without the right to
 * execute, as some archives do. Answers their folder.
 */
export function unpackedBinaries(folder: string): string {
  const shipped = shippedFolder()
  const native = join(folder, 'native')
  cpSync(shipped, native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  })
  cpSync(join(dirname(shipped), 'package.json'), join(folder, 'package.json'))
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o644)
  return native
}

/** A small disk of its own, where the test may mount one. */
export function smallDisk(options: string): string {
  const folder = temporaryFolder()
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

export const mayMount = asRoot && process.platform === 'linux' && canMount()

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return mounted
}
