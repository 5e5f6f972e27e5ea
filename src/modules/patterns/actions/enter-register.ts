import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { branches, companySizes } from '#modules/companies'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { mayDecide } from '../core/policy.ts'
import { readRegister, type RegisterError } from '../core/register.ts'
import { addRegister } from '../figure-store.ts'

interface Entered {
  readonly source: string
  readonly asOf: string
  readonly table: string
}
type RegisterRefusal =
  | { readonly kind: 'not-allowed' | 'day-passed' }
  | { readonly kind: 'table'; readonly error: RegisterError; readonly line: number }

/** Keeps how many companies there are, as a source has counted them: what was entered before holds no more. */
export async function enterRegister(
  context: Context,
  { source, asOf, table }: Entered,
): Promise<Outcome<number, RegisterRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayDecide(actor)) return refuse({ kind: 'not-allowed' })
  if (asOf > dayOf(now)) return refuse({ kind: 'day-passed' })
  return inTransaction(context, async (tx) => {
    const choices = { municipalities: await municipalitiesOf(tx), sizes: companySizes, branches }
    const read = readRegister(table, choices)
    if (!read.ok) return refuse({ kind: 'table', error: read.error, line: read.line })
    await addRegister(tx, networkId, { source, asOf, counts: read.counts }, { by: actor.personId, at: now })
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'patterns.register-entered',
      on: { kind: 'network', id: networkId },
      after: { source, asOf, rows: read.counts.length },
    })
    return done(read.counts.length)
  })
}
