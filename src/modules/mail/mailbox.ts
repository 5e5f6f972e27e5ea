import { ImapFlow } from 'imapflow'

/** Larger mails are kept as far as this: their words stand first. */
const mostBytes = 30_000_000
const patience = 30_000

/**
 * Takes what is unread in a mailbox, one mail at a time, and marks each as read once it is kept. Nothing is moved or
 * deleted there: the mailbox stays its owner's.
 */
export async function emptyMailbox(url: string, keep: (raw: Buffer) => Promise<void>): Promise<void> {
  const client = new ImapFlow({ ...placeOf(new URL(url)), logger: false, socketTimeout: patience })
  // A connection that breaks is told to whatever waits for it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(folderOf(new URL(url)))
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || []
      for (const uid of unread) {
        const known = await client.fetchOne(String(uid), { size: true }, { uid: true })
        if (known === false) continue
        const isWhole = (known.size ?? 0) <= mostBytes
        const source = isWhole || { maxLength: mostBytes }
        const mail = await client.fetchOne(String(uid), { source }, { uid: true })
        if (mail === false || !mail.source) continue
        await keep(mail.source)
        await client.messageFlagsAdd(String(uid), [String.raw`\Seen`], { uid: true })
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout()
  }
}

function placeOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'imaps:'
  return {
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}

function folderOf({ pathname }: URL): string {
  return decodeURIComponent(pathname.slice(1)) || 'INBOX'
}
