import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { vi } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The whole program as `npm start` runs it, on a data folder of its own. */
export interface RunningProgram {
  /** The address it printed. */
  readonly address: string
  readonly origin: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Stops it the way an operator does, and takes its data away. */
  readonly stop: () => Promise<void>
}

interface StartOptions {
  readonly command?: 'start' | 'web' | 'worker'
  readonly args?: readonly string[]
  readonly dataFolder?: string
  /** What an operator has set. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program and waits until it says that it is ready. */
export async function startBuiltProgram(options: StartOptions = {}): Promise<RunningProgram> {
  const { command = 'start', args = [], env = {} } = options
  const isOrdinary = command === 'start' && args.length === 0
  const dataFolder = options.dataFolder ?? (await (isOrdinary ? plantedDataFolder() : newDataFolder()))
  return startOn(dataFolder, command, args, env)
}

async function startOn(
  dataFolder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunningProgram> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', 'dist/server/main.js', command, '--data', dataFolder, '--port', '0', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...plainEnvironment(), ...env } },
  )
  const address = await printedAddress(child)
  return {
    address,
    origin: new URL(address).origin,
    dataFolder,
    process: child,
    stop: async () => {
      await ended(child, () => child.kill('SIGTERM'))
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A folder that the database's own account can enter when the tests run as root. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-journey-'))
  await chmod(folder, 0o755)
  return folder
}

let planted: Promise<string> | undefined

/** A folder with the example region in it: copied from one that is planted once, which takes most of a start. */
async function plantedDataFolder(): Promise<string> {
  planted ??= plant()
  const folder = await newDataFolder()
  // With its owners: the server reads only what is its own account's.
  await promisify(execFile)('cp', ['-a', `${await planted}/.`, folder])
  return folder
}

async function plant(): Promise<string> {
  const folder = await newDataFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { process: first } = await startOn(folder, 'start', [], {})
  await ended(first, () => first.kill('SIGTERM'))
  // Its database takes a moment longer to come to rest.
  await vi.waitUntil(() => !existsSync(join(folder, 'postgres', 'postmaster.pid')), { timeout: 20_000 })
  return folder
}

/** What a start that is refused says, and with which code it ends. */
export async function refusedStart(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; said: string }> {
  return runToEnd(['start', ...args], env)
}

/** Runs a command of the program that ends by itself. */
export async function runToEnd(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/server/main.js', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  }
  const code = await ended(child, () => undefined)
  return { code, said }
}

/**
 * What a newcomer's shell has: nothing that configures the program, and nothing of the test runner's. The program is
 * started so often here that what was compiled is kept.
 */
function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, NODE_COMPILE_CACHE: join(tmpdir(), 'samsyn-journeys-compiled') }
}

/** Waits for the end of a process that something brings about. */
export async function ended(child: ChildProcess, bringAbout: () => void): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    bringAbout()
  })
}

async function printedAddress(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Samsyn is ready: (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
      // A worker has no address.
      if (said.includes('Samsyn takes jobs')) resolve('http://worker.invalid')
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)))
  })
}
