import type { SendMailOptions } from 'nodemailer'
import { messageIdOf, replyAddressOf, threadIdOf, type Signing } from './address.ts'
import { textsIn } from './pages/texts.ts'
import { unsealed } from './seal.ts'
import type { LedgerRow } from './store.ts'

/** Letters are written in the language that the network works in. */
const locale = 'sv'

/**
 * A letter as it is sent. About a matter it can be answered by mail, and stands in one conversation with the others about
 * it. What comes back unread comes to the letter's own address too. No machine is to answer it.
 */
export function composed(message: LedgerRow, signing: Signing): SendMailOptions {
  const { from, secret } = signing
  const own = replyAddressOf(signing, message.id)
  const body = message.sealed ? unsealed(secret, message.sealed) : message.body
  const isAnswerable = own !== null && message.matterId !== null
  return {
    from,
    to: message.recipient,
    subject: message.subject,
    text: isAnswerable ? `${textsIn(locale).replyAbove}\n\n${body}` : body,
    messageId: messageIdOf(signing, message.id),
    ...(message.matterId === null ? {} : { references: threadIdOf(signing, message.matterId) }),
    ...(isAnswerable ? { replyTo: own } : {}),
    ...(own === null ? {} : { envelope: { from: own, to: message.recipient } }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
  }
}
