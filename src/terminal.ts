import type { EmbeddedPostgresRefusal } from '#platform/embedded-postgres/index.ts'

/** Says in the terminal what is under way, but only when it has taken longer than a second. */
export class Progress {
  readonly #say: (line: string) => void
  #pending: NodeJS.Timeout | undefined

  constructor(say: (line: string) => void) {
    this.#say = say
  }

  step(what: string): void {
    clearTimeout(this.#pending)
    this.#pending = setTimeout(() => this.#say(`${what} …`), 1000)
  }

  end(): void {
    clearTimeout(this.#pending)
  }
}

/** Why the embedded database did not start, and the way out, in one or two sentences. */
export function sentenceFor(refusal: EmbeddedPostgresRefusal): string {
  const elsewhere = 'or choose another folder: npm start -- --data /another/folder'
  switch (refusal.kind) {
    case 'data-folder-not-writable':
      return `The data folder ${refusal.path} cannot be written to (${refusal.reason}). Give yourself the right to, ${elsewhere}`
    case 'data-folder-in-use': {
      const who = refusal.pid ? ` (process ${refusal.pid})` : ''
      const where = refusal.address ? ` at ${refusal.address}` : ''
      return `Samsyn already runs on the data folder ${refusal.path}${who}${where}. Use that one, stop it, ${elsewhere}`
    }
    case 'disk-full':
      return `The disk that holds ${refusal.path} is full: ${refusal.freeMegabytes} MB free, ${refusal.neededMegabytes} MB needed. Nothing was changed. Make room and start again, ${elsewhere}`
    case 'no-binaries-for-platform':
      return `No PostgreSQL is shipped for ${refusal.platform} (${refusal.reason}). Run npm ci again, or install PostgreSQL 15 or newer and set DATABASE_URL.`
    case 'cannot-read-binaries':
      return `The shipped PostgreSQL in ${refusal.path} cannot be used (${refusal.reason}). Run npm ci again, or set DATABASE_URL.`
    case 'cannot-leave-root':
      return `PostgreSQL does not run as root and no other account could be used (${refusal.reason}). Start Samsyn as an ordinary user, or set DATABASE_URL.`
    case 'other-major-version':
      return `The data in ${refusal.path} was made by PostgreSQL ${refusal.found}; this Samsyn ships ${refusal.needed}. Start the Samsyn that made it and export the data first, ${elsewhere}. Nothing was changed.`
    case 'database-folder-missing':
      return `The database should be in ${refusal.path}, as ${refusal.namedIn} says, but is not there. Put it back, ${elsewhere}`
    case 'not-a-database':
      return `The folder ${refusal.path} holds files, but no database of Samsyn's; nothing in it was touched. Empty it if it is a leftover, ${elsewhere}`
    case 'start-failed':
      return `The database did not start. The whole log is ${refusal.logFile}; it ends:\n${refusal.lastLogLines.map((line) => `  ${line}`).join('\n')}`
  }
}
