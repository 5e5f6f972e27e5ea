import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { setVerdict } from '../company-store.ts'
import { addCompanyEntry } from '../store.ts'
import { behindKey, tellAnswerers, type KeyHolder } from './behind-key.ts'

interface Verdict {
  readonly verdict: 'solved' | 'partly' | 'not'
  readonly text: string
}

/** A company says whether its closed matter is solved. It may think better of it: the latest word holds, all are kept. */
export async function giveVerdict(
  context: KeyHolder,
  { verdict, text }: Verdict,
): Promise<Outcome<null, 'no-matter' | 'not-closed'>> {
  return behindKey(context, async (tx, place, matter) => {
    if (matter.state !== 'closed' || matter.outcome === 'withdrawn') return refuse('not-closed')
    // Pressed twice.
    if (matter.verdict === verdict && text === '') return done(null)
    const at = context.now
    await setVerdict(tx, place, verdict, at)
    await addCompanyEntry(tx, place, { kind: 'verdict', text, way: 'page', at })
    await audit.record(tx, {
      networkId: place.networkId,
      by: null,
      at,
      did: 'matters.verdict-given',
      on: { kind: 'matter', id: matter.id },
      before: { verdict: matter.verdict },
      after: { verdict },
    })
    await tellAnswerers(tx, place, 'verdict')
    return done(null)
  })
}
