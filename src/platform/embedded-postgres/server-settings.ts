import { totalmem } from 'node:os'

/** How the server is run, on top of PostgreSQL's own defaults. */
const settings: Readonly<Record<string, string>> = {
  // Reached by this machine only, and by TCP only: a socket would need a short path that everybody can write to.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  // Compiling a query takes longer than the queries of a network of municipalities do; the compiler is not shipped.
  jit: 'off',
  // Written out although they are defaults: no configuration file may turn them off.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log is a plain file, and must not hold what people wrote: neither statements nor the values they clash on.
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const megabyte = 2 ** 20

/**
 * How much of its tables the server keeps at hand, in megabytes: a sixteenth of the memory there is. Pages are taken as they
 * are needed, so that a small network's server stays small whatever the limit.
 */
export function sharedBuffers(memory: number): number {
  return Math.min(1024, Math.max(128, Math.floor(memory / 16 / megabyte)))
}

/** The machine's memory, or as much of it as this process may have. */
function memoryHere(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** The words on the server's command line. The cluster's own files keep PostgreSQL's defaults. */
export function serverWords(cluster: string, port: number): string[] {
  const all = { ...settings, shared_buffers: `${sharedBuffers(memoryHere())}MB`, port: String(port) }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * The server sees none of our environment, which may hold addresses and secrets and would set its language and time
 * zone. Windows programs do not run without theirs.
 */
export function cleanEnvironment(): { env?: Record<string, string> } {
  return process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC' } }
}
