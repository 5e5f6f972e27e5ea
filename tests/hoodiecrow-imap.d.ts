declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface ImapServer {
    readonly server: Server
    readonly listen: (port: number, host: string, done: () => void) => void
    readonly appendMessage: (mailbox: string, flags: readonly string[], at: false, raw: string) => void
    readonly close: (done: () => void) => void
  }

  export default function hoodiecrow(options: {
    readonly plugins: readonly string[]
    readonly users: Readonly<Record<string, { readonly password: string }>>
    readonly storage: Readonly<Record<string, object>>
  }): ImapServer
}
