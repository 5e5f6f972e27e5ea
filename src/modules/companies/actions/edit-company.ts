import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { municipalitiesOf } from '#modules/region'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { CompanyForm } from '../core/company-form.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { companyWith, editCompany as store } from '../store.ts'

export type EditRefusal = 'not-allowed' | 'company-unknown' | 'municipality-unknown' | 'number-taken'

/** Changes what is known of a company. Which number it was given is in no log: it may be a person's. */
export async function editCompany(
  context: Context,
  id: string,
  form: CompanyForm,
  secret: string,
): Promise<Outcome<null, EditRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !mayMeetCompanies(actor)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const known = await companyWith(tx, id)
    if (!known) return refuse('company-unknown')
    const codes = (await municipalitiesOf(tx)).map(({ code }) => code)
    if (form.municipality !== null && !codes.includes(form.municipality))
      return refuse('municipality-unknown')
    if (!(await store(tx, id, form, secret))) return refuse('number-taken')
    const { name, municipality, size, branch } = known
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'companies.company-edited',
      on: { kind: 'company', id },
      before: { name, municipality, size, branch },
      after: { name: form.name, municipality: form.municipality, size: form.size, branch: form.branch },
    })
    return done(null)
  })
}
