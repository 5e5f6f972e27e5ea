import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ContactForm } from '../core/contact.ts'
import { visitsFor } from '../core/policy.ts'
import { addContact, contactWith, editContact, endContact } from '../contact-store.ts'
import { companyWith } from '../store.ts'

export type ContactRefusal = 'not-allowed' | 'company-unknown' | 'contact-unknown'

/** Who is written of, and what is to be done: somebody new, somebody known, or somebody who is gone. */
export type ContactDeed =
  | { readonly kind: 'add'; readonly municipality: string; readonly form: ContactForm }
  | { readonly kind: 'edit'; readonly contact: string; readonly form: ContactForm }
  | { readonly kind: 'end'; readonly contact: string }

/** Writes down whom one meets at a company. No word of it is in the log: it is about a person. Answers the contact's id. */
export async function keepContact(
  context: Context,
  company: string,
  deed: ContactDeed,
): Promise<Outcome<string, ContactRefusal>> {
  const { actor, networkId, now } = context
  const own = visitsFor(actor)
  if (!actor || (deed.kind === 'add' && !own.includes(deed.municipality))) return refuse('not-allowed')
  const writing = { networkId, at: now, by: actor.personId }

  return inTransaction(context, async (tx) => {
    if (!(await companyWith(tx, company))) return refuse('company-unknown')
    let id: string
    if (deed.kind === 'add') {
      id = await addContact(tx, { company, municipality: deed.municipality }, deed.form, writing)
    } else {
      id = deed.contact
      const known = await contactWith(tx, company, id)
      if (!known) return refuse('contact-unknown')
      if (!own.includes(known.municipality)) return refuse('not-allowed')
      if (deed.kind === 'edit') await editContact(tx, known, deed.form, now)
      else await endContact(tx, id, now)
    }
    const did = { add: 'contact-added', edit: 'contact-edited', end: 'contact-ended' }[deed.kind]
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: `companies.${did}`,
      on: { kind: 'company-contact', id },
    })
    return done(id)
  })
}
