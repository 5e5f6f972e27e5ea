import { inTransaction, type Context } from '#modules/accounts'
import { askRegister } from '#modules/asking'
import * as audit from '#modules/audit'
import { commitmentRegister } from '#modules/commitments'
import { visitRegister } from '#modules/companies'
import { mailRegister } from '#modules/mail'
import { matterRegister, noteExported } from '#modules/matters'
import { needRegister } from '#modules/needs'
import { patternRegister } from '#modules/patterns'
import { eventRegister } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { RegisterLine, RegisterPeriod } from '#platform/values/records.ts'
import { keepsRecords } from '../core/policy.ts'

/** An authority's records of a period, in the order in which they became records, as far as whoever asks may read them. */
export async function registerOf(tx: Tx, period: RegisterPeriod): Promise<readonly RegisterLine[]> {
  const lines = [
    ...(await matterRegister(tx, period)),
    ...(await visitRegister(tx, period)),
    ...(await askRegister(tx, period)),
    ...(await eventRegister(tx, period)),
    ...(await commitmentRegister(tx, period)),
    ...(await needRegister(tx, period)),
    ...(await patternRegister(tx, period)),
    ...(await mailRegister(tx, period)),
  ]
  return lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The same, written out for an authority's own register: logged, also where the companies see who has read their matters. */
export async function exportRegister(
  context: Context,
  period: RegisterPeriod,
): Promise<Outcome<readonly RegisterLine[], 'not-allowed'>> {
  const { actor, networkId, now: at } = context
  const { municipality } = period
  if (!actor || !keepsRecords(actor, municipality)) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const lines = await registerOf(tx, period)
    const matters = new Set(lines.flatMap(({ matter }) => matter ?? []))
    await noteExported(tx, networkId, [...matters], { personId: actor.personId, municipality, at })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at,
      did: 'records.register-exported',
      on: { kind: 'records', id: municipality ?? 'network' },
      after: { from: period.from, until: period.until, lines: lines.length },
    })
    return done(lines)
  })
}
