import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { messageWith, settle } from './store.ts'

/** Delivers mail by SMTP where a server is configured, else leaves it to be read on the local mail page. */
export function mailJobs(options: {
  queueDb: Database
  smtpUrl: string | undefined
  from: string
  clock: Clock
}) {
  const { queueDb, smtpUrl, from, clock } = options
  const transport: Transporter | null = smtpUrl ? createTransport(smtpUrl) : null

  const deliver = defineJob('mail.deliver-message', z.object({ message: z.uuid() }), async (payload) => {
    const message = await messageWith(queueDb, payload.message)
    // Settled by another try. If the worker died between sending and settling, it is sent again: better twice than never.
    if (!message || message.state === 'sent' || message.state === 'shown') return
    if (!transport) return settle(queueDb, message, { state: 'shown' }, clock())
    try {
      await transport.sendMail({
        from,
        to: message.recipient,
        subject: message.subject,
        text: message.body,
        messageId: `<${message.id}@samsyn>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      await settle(queueDb, message, { state: 'failed', reason: reasonOf(error) }, clock())
      throw error
    }
    await settle(queueDb, message, { state: 'sent' }, clock())
  })
  return [deliver]
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'unknown'
}
