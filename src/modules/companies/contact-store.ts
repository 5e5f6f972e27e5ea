import type { Tx } from '#platform/database/connection.ts'
import type { Company } from './core/company.ts'
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
  return contactRows(tx)
    .where('companyId', '=', company)
    .where('companyContact.id', '=', id)
    .executeTakeFirst()
}

function contactRows(tx: Tx) {
  return tx
    .selectFrom('companyContact')
    .select([
      'companyContact.id',
      'companyContact.municipality',
      'companyContact.name',
      'title',
      'email',
      'phone',
      'isShared',
      'agreedAt',
    ])
    .where('endedAt', 'is', null)
    .orderBy('companyContact.addedAt')
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

/** Somebody at a company whom the network may write to. */
interface ReachableContact extends Pick<Contact, 'id' | 'name' | 'title' | 'email' | 'phone'> {
  readonly company: Pick<Company, 'id' | 'name' | 'municipality' | 'branch' | 'size'>
}

/** Those at companies whom whoever asks may know and who have agreed to be written to; and how many have not. */
export async function reachableContacts(
  tx: Tx,
): Promise<{ readonly contacts: readonly ReachableContact[]; readonly others: number }> {
  const rows = await contactRows(tx)
    .innerJoin('company', 'company.id', 'companyContact.companyId')
    .clearSelect()
    .select(['companyContact.id', 'companyContact.name', 'title', 'email', 'phone', 'agreedAt'])
    .select(['companyId', 'company.name as companyName', 'company.municipality', 'branch', 'size'])
    .execute()
  const agreed = rows.filter(({ agreedAt, email }) => agreedAt !== null && email !== '')
  const contacts = agreed.map(({ id, name, title, email, phone, companyId, companyName, ...company }) => {
    const { municipality, branch, size } = company
    const at = { id: companyId, name: companyName, municipality, branch, size }
    return { id, name, title, email, phone, company: at }
  })
  return { contacts, others: rows.length - agreed.length }
}
