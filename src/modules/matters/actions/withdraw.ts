import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { withdrawMatter } from '../company-store.ts'
import { addCompanyEntry } from '../store.ts'
import { behindKey, tellAnswerers, type KeyHolder } from './behind-key.ts'

/** A company takes its matter back. What was received stays received: it is closed, not erased. */
export async function withdraw(
  context: KeyHolder,
  { text }: { readonly text: string },
): Promise<Outcome<null, 'no-matter' | 'closed'>> {
  return behindKey(context, async (tx, place, matter) => {
    if (matter.state === 'closed') return refuse('closed')
    const at = context.now
    await withdrawMatter(tx, place, at)
    await addCompanyEntry(tx, place, { kind: 'withdrawn', text, way: 'page', at })
    await audit.record(tx, {
      networkId: place.networkId,
      by: null,
      at,
      did: 'matters.withdrawn',
      on: { kind: 'matter', id: matter.id },
    })
    await tellAnswerers(tx, place, 'withdrawn')
    return done(null)
  })
}
