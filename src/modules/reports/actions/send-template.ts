import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { maySendTemplate } from '../core/policy.ts'
import { addTemplate, latestTemplates, type TemplateSubject } from '../store.ts'

/** Without bytes the template is taken away. */
export interface SentTemplate {
  readonly subject: TemplateSubject
  readonly name: string
  readonly bytes: Uint8Array | null
  /** The version that the sender saw; 0 where there was none. */
  readonly seen: number
}

export type SendTemplateRefusal = 'not-allowed' | 'changed-meanwhile' | 'nothing-there'

/** An officer gives the municipality's reports their own look, or the coordinator the region's; or takes it away. */
export async function sendTemplate(
  context: Context,
  { subject, name, bytes, seen }: SentTemplate,
): Promise<Outcome<number, SendTemplateRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySendTemplate(actor, subject)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const latest = (await latestTemplates(tx)).find((one) => one.subject === subject)
    if ((latest?.version ?? 0) !== seen) return refuse('changed-meanwhile')
    if (!bytes && (!latest || latest.isGone)) return refuse('nothing-there')
    const version = seen + 1
    const said = { networkId, subject, version, name, bytes, sentBy: actor.personId, sentAt: now }
    if (!(await addTemplate(tx, said))) return refuse('changed-meanwhile')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: bytes ? 'reports.template-sent' : 'reports.template-taken-away',
      on: subject === '' ? { kind: 'network', id: networkId } : { kind: 'municipality', id: subject },
      after: { file: name },
    })
    return done(version)
  })
}
