import type { Tx } from '#platform/database/connection.ts'
import type { Contact, ContactForm } from './core/contact.ts'

/** A row of the network: which, when, by whom. */
interface Writing {
  readonly networkId: string
  readonly at: Date
  readonly by: string
}

/** Whom one meets at a company, as far as the reader may know them; those who are gone are left out. */
export async function contactsOf(tx: Tx, company: string): Promise<readonly Contact[]> {
  return contactRows(tx).where('companyId', '=', company).execute()
}

/** Somebody of that company who is not gone. */
export async function contactWith(tx: Tx, company: string, id: string): Promise<Contact | undefined> {
  return contactRows(tx).where('companyId', '=', company).where('id', '=', id).executeTakeFirst()
}

function contactRows(tx: Tx) {
  return tx
    .selectFrom('companyContact')
    .select(['id', 'municipality', 'name', 'title', 'email', 'phone', 'isShared', 'agreedAt'])
    .where('endedAt', 'is', null)
    .orderBy('addedAt')
}

export async function addContact(
  tx: Tx,
  place: { readonly company: string; readonly municipality: string },
  form: ContactForm,
  { networkId, at, by }: Writing,
): Promise<string> {
  const { hasAgreed, ...written } = form
  const { id } = await tx
    .insertInto('companyContact')
    .values({
      ...written,
      networkId,
      companyId: place.company,
      municipality: place.municipality,
      agreedAt: hasAgreed ? at : null,
      addedAt: at,
      addedBy: by,
      endedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes what is written of somebody. The day they agreed stays the first one. */
export async function editContact(tx: Tx, known: Contact, form: ContactForm, at: Date): Promise<void> {
  const { hasAgreed, ...written } = form
  await tx
    .updateTable('companyContact')
    .set({ ...written, agreedAt: hasAgreed ? (known.agreedAt ?? at) : null })
    .where('id', '=', known.id)
    .execute()
}

export async function endContact(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('companyContact').set({ endedAt: at, agreedAt: null }).where('id', '=', id).execute()
}
