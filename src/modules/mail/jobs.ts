import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import { takeFromMailbox } from './actions/hand-in.ts'
import { sortIncoming, type SortParts } from './actions/sort-incoming.ts'
import { composed } from './compose.ts'
import { emptyMailbox } from './mailbox.ts'
import { forgetSealed, messageWith, settle } from './store.ts'

interface MailParts extends SortParts {
  readonly smtpUrl: string | undefined
  /** The mailbox that answers come to. */
  readonly imapUrl: string | undefined
}

/** For so long a letter may still come back, and is kept sealed. */
const daysSealed = 30
const day = 86_400_000

/**
 * Delivers mail by SMTP where a server is configured, else leaves it to be read on the local mail page; and takes in what
 * is answered to it.
 */
export function mailJobs(parts: MailParts) {
  const { queueDb, clock, imapUrl } = parts
  const sort = defineJob('mail.sort-incoming', z.object({ message: z.uuid() }), async ({ message }) =>
    sortIncoming(parts, message),
  )
  const forget = defineJob(
    'mail.forget-sealed',
    z.object({}),
    async () => forgetSealed(queueDb, new Date(clock().getTime() - daysSealed * day)),
    { at: '40 3 * * *' },
  )
  const empty = (url: string) =>
    defineJob(
      'mail.empty-mailbox',
      z.object({}),
      async () => emptyMailbox(url, async (raw) => takeFromMailbox(parts, raw)),
      { at: '* * * * *', isOnce: true },
    )
  return [deliverJob(parts), sort, forget, ...(imapUrl === undefined ? [] : [empty(imapUrl)])]
}

function deliverJob({ queueDb, smtpUrl, clock, signing }: MailParts) {
  const transport: Transporter | null = smtpUrl ? createTransport(smtpUrl) : null
  const settled = () => ({ now: clock(), secret: signing.secret })
  return defineJob('mail.deliver-message', z.object({ message: z.uuid() }), async (payload) => {
    const message = await messageWith(queueDb, payload.message)
    // Settled by another try. If the worker died between sending and settling, it is sent again: better twice than never.
    if (!message || message.state === 'sent' || message.state === 'shown') return
    if (!transport) return settle(queueDb, message, { state: 'shown' }, settled())
    try {
      await transport.sendMail(composed(message, signing))
    } catch (error) {
      await settle(queueDb, message, { state: 'failed', reason: reasonOf(error) }, settled())
      throw error
    }
    await settle(queueDb, message, { state: 'sent' }, settled())
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'unknown'
}
