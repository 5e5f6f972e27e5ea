import { colleaguesIn, type Actor, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addContact, contactWith } from '../contact-store.ts'
import { visitsFor } from '../core/policy.ts'
import type { VisitForm } from '../core/visit-form.ts'
import { putDraft } from '../draft-store.ts'
import { addPromises } from '../promise-store.ts'
import { addVisit, addWords, moveVisit, visitWith } from '../visit-store.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { visitedCompany, type Visited } from './visited-company.ts'

export type FinishRefusal =
  | 'not-allowed'
  | 'company-unknown'
  | 'day-to-come'
  | 'visit-unknown'
  | 'contact-unknown'
  /** By the number of the promise whose owner is none of the municipality's people. */
  | { readonly ownerNotHere: number }

type Doing = Context & { readonly actor: Actor }

/**
 * Finishes what was written of a visit: from then on it is a public record. The visit, its words, the promises, the contact
 * and the emptied draft are one transaction. Answers the company and the visit.
 */
export async function finishVisit(
  context: Context,
  visited: Visited,
  form: VisitForm,
  secret: string,
): Promise<Outcome<{ readonly company: string; readonly visit: string }, FinishRefusal>> {
  const { actor, networkId, now } = context
  const { municipality } = form
  if (!actor || !visitsFor(actor).includes(municipality)) return refuse('not-allowed')
  if (form.on > dayOf(now)) return refuse('day-to-come')
  const doing = { ...context, actor }
  const by = { at: now, by: actor.personId }

  return allOrNothing(context, async (tx) => {
    const stranger = await ownerNotHere(tx, form)
    if (stranger !== undefined) return refuse({ ownerNotHere: stranger })
    const company = await visitedCompany(tx, visited, { at: now, secret })
    if (company === null) return refuse('company-unknown')
    const contact = await contactOf(tx, doing, company, form)
    if (contact === undefined) return refuse('contact-unknown')
    const visit = await visitOf(tx, doing, company, form)
    if (visit === null) return refuse('visit-unknown')
    await addWords(tx, { networkId, visit }, { ...form, contact }, by)
    const promises = form.promises.map((promise) => ({
      ...promise,
      owner: promise.owner || actor.personId,
      visit,
      company,
      municipality,
    }))
    await addPromises(tx, networkId, promises, now)
    const draft = visited.kind === 'known' ? visited.id : null
    await putDraft(tx, { networkId, person: actor.personId, company: draft }, null, now)
    await audit.record(tx, {
      networkId,
      ...by,
      did: 'companies.visit-finished',
      on: { kind: 'company-visit', id: visit },
      after: { municipality, on: form.on, isShared: form.share },
    })
    return done({ company, visit })
  })
}

async function ownerNotHere(tx: Tx, { municipality, promises }: VisitForm): Promise<number | undefined> {
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  return promises.find(({ owner }) => owner !== '' && !here.has(owner))?.number
}

/** Whom one met: somebody known, somebody new, or nobody (null); undefined when there is none such. */
async function contactOf(
  tx: Tx,
  { networkId, actor, now }: Doing,
  company: string,
  { municipality, newContact, contact }: VisitForm,
): Promise<string | null | undefined> {
  if (newContact)
    return addContact(tx, { company, municipality }, newContact, { networkId, at: now, by: actor.personId })
  if (contact === '') return null
  return (await contactWith(tx, company, contact))?.id
}

/** The visit: the planned one that this was, or one that nobody had planned; null when there is none such. */
async function visitOf(
  tx: Tx,
  { networkId, actor, now }: Doing,
  company: string,
  { planned, municipality, on, share }: VisitForm,
): Promise<string | null> {
  if (planned === '')
    return addVisit(tx, {
      networkId,
      company,
      municipality,
      on,
      state: 'done',
      isShared: share,
      at: now,
      by: actor.personId,
    })
  const known = await visitWith(tx, company, planned)
  if (known?.state !== 'planned' || known.municipality !== municipality) return null
  await moveVisit(tx, planned, { on, state: 'done', ...(share ? { sharedAt: now } : {}) })
  return planned
}
