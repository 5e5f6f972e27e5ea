import * as audit from '#modules/audit'
import { done, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { monthAfter } from '../core/month.ts'
import { askForErasure } from '../erasure-store.ts'
import { behindKey, tellAnswerers, type KeyHolder } from './behind-key.ts'

/** A company asks to have its details erased. A person answers within a month (GDPR art. 12.3). */
export async function askErasure(context: KeyHolder): Promise<Outcome<null, 'no-matter'>> {
  return behindKey(context, async (tx, place, matter) => {
    const at = context.now
    const request = { askedAt: at, dueOn: monthAfter(dayOf(at)) }
    if (!(await askForErasure(tx, place, request))) return done(null)
    await audit.record(tx, {
      networkId: place.networkId,
      by: null,
      at,
      did: 'matters.erasure-asked',
      on: { kind: 'matter', id: matter.id },
      after: { dueOn: request.dueOn },
    })
    await tellAnswerers(tx, place, 'erasure')
    return done(null)
  })
}
