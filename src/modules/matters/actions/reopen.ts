import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { leadOf, reopenMatter, type OwnMatter } from '../company-store.ts'
import { promisedDays } from '../core/clock.ts'
import type { MatterPlace } from '../key.ts'
import { addCompanyEntry } from '../store.ts'
import { clockFor } from '../time-store.ts'
import { behindKey, tellAnswerers, type KeyHolder } from './behind-key.ts'

/** A company takes its closed matter up again. Whoever had it is told, and the promise of a first word holds anew. */
export async function reopen(
  context: KeyHolder,
  { text }: { readonly text: string },
): Promise<Outcome<null, 'no-matter' | 'not-closed'>> {
  return behindKey(context, async (tx, place, matter) => {
    if (matter.state !== 'closed') return refuse('not-closed')
    await takeUpAgain(tx, place, matter, { text, way: 'page', at: context.now })
    return done(null)
  })
}

/** What reopening comes down to, by the page or by an answer to a letter; the new entry's id. */
export async function takeUpAgain(
  tx: Tx,
  place: MatterPlace,
  matter: OwnMatter,
  { text, way, at }: { readonly text: string; readonly way: 'page' | 'mail'; readonly at: Date },
): Promise<number> {
  const lead = await leadOf(tx, matter.id)
  const promised = promisedDays(at, await clockFor(tx, place.networkId, lead?.municipality ?? null))
  await reopenMatter(tx, place, promised)
  const entry = await addCompanyEntry(tx, place, { kind: 'reopened', text, way, at })
  const { outcome, verdict, firstWordAt, plannedAt } = matter
  await audit.record(tx, {
    networkId: place.networkId,
    by: null,
    at,
    did: 'matters.reopened',
    on: { kind: 'matter', id: matter.id },
    // What the clock said before, for whoever counts how soon towns answer.
    before: { outcome, verdict, firstWordAt, plannedAt },
    after: promised,
  })
  await tellAnswerers(tx, place, 'reopened')
  return entry
}
