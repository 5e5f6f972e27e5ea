import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

interface WantedLetter {
  readonly about?: string
  readonly count?: number
}

/** A real mail server on this machine, that takes everything, or refuses every recipient. */
export interface SmtpServer {
  readonly url: string
  /** The mails that have come, as they came. */
  readonly received: string[]
  /** The newest mail to an address, read; waits until so many have come, of those whose subject says `about`. */
  readonly letterTo: (address: string, wanted?: WantedLetter) => Promise<Email>
  readonly close: () => void
}

export async function startSmtpServer({ refuses = false } = {}): Promise<SmtpServer> {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('no such mailbox') : null),
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString())
        callback()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    letterTo: async (address, wanted = {}) => letterTo(received, address, wanted),
    close: () => server.close(),
  }
}

async function letterTo(
  received: readonly string[],
  address: string,
  { about = '', count = 1 }: WantedLetter,
): Promise<Email> {
  for (let tries = 0; tries < 600; tries += 1) {
    const letters = await Promise.all(
      received.filter((mail) => mail.includes(`To: ${address}`)).map(async (mail) => PostalMime.parse(mail)),
    )
    const wanted = letters.filter(({ subject = '' }) => subject.includes(about))
    const newest = wanted.at(-1)
    if (newest !== undefined && wanted.length >= count) return newest
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`No letter about "${about}" came to ${address}`)
}

/** A real IMAP server on this machine with one empty mailbox. */
export interface ImapServer {
  readonly url: string
  /** Has a mail come to the mailbox. */
  readonly receive: (raw: string) => void
  readonly close: () => Promise<void>
}

export async function startImapServer(): Promise<ImapServer> {
  const server = hoodiecrow({
    plugins: ['UIDPLUS', 'ENABLE', 'IDLE'],
    users: { svar: { password: 'hemligt' } },
    storage: { INBOX: {} },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `imap://svar:hemligt@127.0.0.1:${(server.server.address() as AddressInfo).port}/INBOX`,
    // It keeps mails as strings of bytes.
    receive: (raw) =>
      server.appendMessage('INBOX', [], false, Buffer.from(raw.replace(/\r?\n/g, '\r\n')).toString('latin1')),
    close: async () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  }
}
