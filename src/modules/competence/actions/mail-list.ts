import { inTransaction, type Context } from '#modules/accounts'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { isTooMuchMail, type Visitor } from './tries.ts'

/** Mails a list of supports to whoever asked for it. The address is kept nowhere but in the letter. */
export async function mailList(
  context: Context,
  { to, ...letter }: { readonly to: string; readonly subject: string; readonly body: string },
  visitor: Visitor,
): Promise<Outcome<null, 'too-many-tries'>> {
  const { networkId, now } = context
  if (await isTooMuchMail(context, to, visitor)) return refuse('too-many-tries')
  await inTransaction({ ...context, actor: null }, async (tx) =>
    mail.send(tx, { networkId, to, ...letter, holdsSecret: true }, now),
  )
  return done(null)
}
