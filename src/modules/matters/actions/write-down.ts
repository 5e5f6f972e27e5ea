import type { Context } from '#modules/accounts'
import * as mail from '#modules/mail'
import type { Outcome } from '#platform/outcome.ts'
import type { NewMatter } from '../core/matter.ts'
import { receiveMatter, type Receipt, type ReceiveRefusal } from './receive-matter.ts'

interface WritingDown {
  readonly secret: string
  readonly write: (matter: NewMatter, receipt: Receipt) => { readonly subject: string; readonly body: string }
}

/** Takes in a matter that came by word of mouth at a municipality's own door, and tells the company where it is followed. */
export async function writeDown(
  context: Context,
  matter: NewMatter & { readonly entrance: string },
  { secret, write }: WritingDown,
): Promise<Outcome<Receipt, ReceiveRefusal>> {
  const { networkId, now } = context
  const to = matter.sender.contact.email
  return receiveMatter(context, matter, {
    secret,
    besides: async (tx, _place, receipt) => {
      if (to === '') return
      const letter = { ...write(matter, receipt), holdsSecret: true, matter: receipt.id }
      await mail.send(tx, { networkId, to, ...letter }, now)
    },
  })
}
