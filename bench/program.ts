import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

export interface Started {
  readonly origin: string
  /** From the command to the printed address, in milliseconds. */
  readonly took: number
  readonly stop: () => Promise<void>
}

/** A data folder that the database's own account can enter when root measures. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-bench-'))
  await chmod(folder, 0o755)
  return folder
}

/** Starts the program with a command and waits for the address it prints. */
export async function start(
  command: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const from = performance.now()
  const [program = '', ...args] = command
  const child = spawn(program, [...args, '--data', dataFolder, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const origin = await printedOrigin(child)
  const took = performance.now() - from
  return {
    origin,
    took,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function printedOrigin(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /Samsyn is ready: (\S+)/.exec(said)?.[1]
    if (address) return new URL(address).origin
  }
  throw new Error(`The program did not start:\n${said}`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** A table in Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map(line).join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
