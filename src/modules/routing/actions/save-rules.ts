import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { maySetDesks } from '../core/policy.ts'
import { triedMark, type RulesForm } from '../core/rules-form.ts'
import { desksOf, holdDesks } from '../desk-store.ts'
import { addRuleVersion, ruleVersionsOf } from '../rule-store.ts'

export type SaveRulesRefusal =
  | 'not-allowed'
  | 'not-tried'
  | 'why-missing'
  | 'desk-closed'
  | 'changed-meanwhile'

/**
 * An officer saves the municipality's rules as a new version, once just these have been tried on the matters of the
 * past. Nothing is replaced that they have not seen.
 */
export async function saveRules(
  context: Context,
  municipality: string,
  form: RulesForm,
): Promise<Outcome<number, SaveRulesRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySetDesks(actor, municipality)) return refuse('not-allowed')
  if (form.why === '') return refuse('why-missing')

  return inTransaction(context, async (tx) => {
    await holdDesks(tx, networkId, municipality)
    const [holding] = await ruleVersionsOf(tx, municipality)
    if ((holding?.version ?? 0) !== form.version) return refuse('changed-meanwhile')
    if (form.tried !== triedMark(form)) return refuse('not-tried')
    const open = new Set(
      (await desksOf(tx, municipality)).flatMap(({ id, closedAt }) => (closedAt === null ? [id] : [])),
    )
    if (form.rules.some(({ desk }) => !open.has(desk))) return refuse('desk-closed')
    const version = form.version + 1
    const saving = { municipality, version, rules: form.rules, why: form.why, at: now, by: actor.personId }
    if (!(await addRuleVersion(tx, networkId, saving))) return refuse('changed-meanwhile')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'routing.rules-saved',
      on: { kind: 'routing', id: municipality },
      before: { version: form.version, rules: holding?.rules.length ?? 0 },
      after: { version, rules: form.rules.length, why: form.why },
    })
    return done(version)
  })
}
