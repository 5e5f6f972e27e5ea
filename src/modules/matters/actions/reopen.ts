import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { leadOf, reopenMatter } from '../company-store.ts'
import { promisedDays } from '../core/clock.ts'
import { addCompanyEntry } from '../store.ts'
import { clockFor } from '../time-store.ts'
import { behindKey, tellAnswerers, type KeyHolder, type MatterLetters } from './behind-key.ts'

/** A company takes its closed matter up again. Whoever had it is told, and the promise of a first word holds anew. */
export async function reopen(
  context: KeyHolder,
  { text, letters }: { readonly text: string; readonly letters: MatterLetters },
): Promise<Outcome<null, 'no-matter' | 'not-closed'>> {
  return behindKey(context, async (tx, place, matter) => {
    if (matter.state !== 'closed') return refuse('not-closed')
    const at = context.now
    const lead = await leadOf(tx, matter.id)
    const promised = promisedDays(at, await clockFor(tx, place.networkId, lead?.municipality ?? null))
    await reopenMatter(tx, place, promised)
    await addCompanyEntry(tx, place, { kind: 'reopened', text, way: 'page', at })
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
    await tellAnswerers(tx, place, letters.toAnswerer('reopened', matter), at)
    return done(null)
  })
}
