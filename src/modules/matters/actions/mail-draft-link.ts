import { inTransaction } from '#modules/accounts'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { keyDraft } from '../draft-store.ts'
import type { KeyHolder, Written } from './behind-key.ts'
import { isTooOften, type Visitor } from './tries.ts'

/** Mails the address at which a draft can be gone on with. The letter holds nothing that whoever asks for it has written. */
export async function mailDraftLink(
  context: KeyHolder,
  email: string,
  { letter, ip, secret }: Visitor & { readonly letter: Written },
): Promise<Outcome<null, 'no-draft' | 'too-many-tries'>> {
  const isFlood =
    (await isTooOften(context, 'letter-from', ip, secret)) ||
    (await isTooOften(context, 'letter-to', email.toLowerCase(), secret))
  if (isFlood) return refuse('too-many-tries')
  return inTransaction({ ...context, actor: null }, async (tx) => {
    if (!(await keyDraft(tx))) return refuse('no-draft')
    const { networkId, now } = context
    await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, now)
    return done(null)
  })
}
