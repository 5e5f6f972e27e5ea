import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { visitsFor } from '../core/policy.ts'
import type { PlanForm } from '../core/visit-form.ts'
import { putDraft, type DraftPlace } from '../draft-store.ts'
import { addVisit, moveVisit, visitWith } from '../visit-store.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { visitedCompany, type Visited } from './visited-company.ts'

export type PlanRefusal = 'not-allowed' | 'company-unknown' | 'day-passed' | 'visit-unknown' | 'not-planned'

/**
 * Puts a visit to come into the region's calendar, or moves one that is there. What was written of it beforehand is kept as
 * a draft. Answers the company and the visit.
 */
export async function planVisit(
  context: Context,
  visited: Visited,
  form: PlanForm,
  { secret, written = null }: Planning,
): Promise<Outcome<{ readonly company: string; readonly visit: string }, PlanRefusal>> {
  const { actor, networkId, now } = context
  const { municipality, on, planned } = form
  if (!actor || !visitsFor(actor).includes(municipality)) return refuse('not-allowed')
  if (on < dayOf(now)) return refuse('day-passed')

  return allOrNothing(context, async (tx) => {
    const company = await visitedCompany(tx, visited, { at: now, secret })
    if (company === null) return refuse('company-unknown')
    const place = { networkId, company, municipality }
    let visit = planned
    if (visit === '') {
      visit = await addVisit(tx, {
        ...place,
        on,
        state: 'planned',
        isShared: false,
        at: now,
        by: actor.personId,
      })
    } else {
      const known = await visitWith(tx, company, visit)
      if (!known || known.municipality !== municipality) return refuse('visit-unknown')
      if (known.state !== 'planned') return refuse('not-planned')
      await moveVisit(tx, visit, { on })
    }
    await keepWritten(
      tx,
      { networkId, person: actor.personId, company },
      { visited, visit, written, at: now },
    )
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'companies.visit-planned',
      on: { kind: 'company-visit', id: visit },
      after: { municipality, on },
    })
    return done({ company, visit })
  })
}

interface Planning {
  /** The installation's, which keys what is known of sole traders. */
  readonly secret: string
  /** The fields of the form, where anything was written in them; null where nothing was, or no form was. */
  readonly written?: Readonly<Record<string, string>> | null
}

/** The draft of a company that was not known becomes the draft of the one that is. */
async function keepWritten(
  tx: Tx,
  place: DraftPlace,
  {
    visited,
    visit,
    written,
    at,
  }: Required<Pick<Planning, 'written'>> & {
    readonly visited: Visited
    readonly visit: string
    readonly at: Date
  },
): Promise<void> {
  if (visited.kind === 'new') await putDraft(tx, { ...place, company: null }, null, at)
  if (written !== null) await putDraft(tx, place, { ...written, planned: visit }, at)
}

/** Takes a planned visit out of the calendar. It stays there as cancelled: the calendars that follow it must learn of it. */
export async function cancelVisit(
  context: Context,
  company: string,
  visit: string,
): Promise<Outcome<null, 'not-allowed' | 'visit-unknown' | 'not-planned'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const known = await visitWith(tx, company, visit)
    if (!known) return refuse('visit-unknown')
    if (!visitsFor(actor).includes(known.municipality)) return refuse('not-allowed')
    if (known.state !== 'planned') return refuse('not-planned')
    await moveVisit(tx, visit, { state: 'cancelled' })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'companies.visit-cancelled',
      on: { kind: 'company-visit', id: visit },
      before: { on: known.on },
    })
    return done(null)
  })
}
