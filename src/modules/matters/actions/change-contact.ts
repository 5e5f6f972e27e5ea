import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { changeContact as write, contactOf, type OwnContact } from '../company-store.ts'
import { behindKey, type KeyHolder, type MatterLetters } from './behind-key.ts'

interface Changing {
  readonly contact: OwnContact
  readonly letters: Pick<MatterLetters, 'newAddress' | 'oldAddress'>
}

/**
 * A company changes how it is reached and who may know its name. A new mail address is written to with the private
 * address; the old one is told, so that nobody loses a matter without noticing.
 */
export async function changeContact(
  context: KeyHolder,
  { contact, letters }: Changing,
): Promise<Outcome<null, 'no-matter'>> {
  return behindKey(context, async (tx, place, matter) => {
    const before = await contactOf(tx, matter.id)
    if (!before) return refuse('no-matter')
    const { networkId } = place
    const at = context.now
    await write(tx, matter.id, contact)
    await audit.record(tx, {
      networkId,
      by: null,
      at,
      did: 'matters.contact-changed',
      on: { kind: 'matter', id: matter.id },
      before: { nameFor: before.nameFor },
      after: { nameFor: contact.nameFor },
    })
    if (contact.email === before.email) return done(null)
    if (contact.email !== '') {
      const letter = letters.newAddress(matter)
      await mail.send(
        tx,
        { networkId, to: contact.email, ...letter, holdsSecret: true, matter: matter.id },
        at,
      )
    }
    if (before.email !== '') {
      const letter = letters.oldAddress(matter)
      await mail.send(tx, { networkId, to: before.email, ...letter, holdsSecret: false }, at)
    }
    return done(null)
  })
}
