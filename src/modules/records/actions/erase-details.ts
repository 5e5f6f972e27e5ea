import { inTransaction, type Context } from '#modules/accounts'
import { eraseRecipient } from '#modules/asking'
import * as audit from '#modules/audit'
import { eraseContact, eraseTrader } from '#modules/companies'
import { eraseFollower } from '#modules/competence'
import { eraseLetter } from '#modules/mail'
import { eraseSender } from '#modules/matters'
import { eraseNeed, erasePooled } from '#modules/needs'
import { eraseParticipant } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Held } from '#platform/values/records.ts'
import { authoritiesOf } from '../core/policy.ts'

type Erasable = Exclude<Held['kind'], 'account' | 'mention'>
export interface Item {
  readonly kind: Erasable
  readonly id: string
}

/** Each module erases its own, where the law and its reader's rights let it. */
export const erasers: Readonly<Record<Erasable, (tx: Tx, id: string, at: Date) => Promise<boolean>>> = {
  sender: eraseSender,
  contact: eraseContact,
  trader: eraseTrader,
  recipient: eraseRecipient,
  letter: eraseLetter,
  participant: eraseParticipant,
  need: eraseNeed,
  pooled: erasePooled,
  follower: eraseFollower,
}

/** Erases what is held on a person, item by item; how many were erased and how many the law keeps. */
export async function eraseDetails(
  context: Context,
  items: readonly Item[],
): Promise<Outcome<{ readonly erased: number; readonly kept: number }, 'not-allowed' | 'nothing-chosen'>> {
  const { actor, networkId, now: at } = context
  if (!actor || authoritiesOf(actor).length === 0) return refuse('not-allowed')
  if (items.length === 0) return refuse('nothing-chosen')
  return inTransaction(context, async (tx) => {
    let erased = 0
    for (const { kind, id } of items) {
      if (!(await erasers[kind](tx, id, at))) continue
      erased += 1
      await audit.record(tx, {
        networkId,
        by: actor.personId,
        at,
        did: 'records.details-erased',
        on: kind === 'sender' ? { kind: 'matter', id } : { kind: 'records', id: kind },
      })
    }
    return done({ erased, kept: items.length - erased })
  })
}
