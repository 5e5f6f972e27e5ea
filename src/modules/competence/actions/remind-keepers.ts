import { actorWith, ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { isStale, stateOn } from '../core/support.ts'
import type { Listed } from '../finder/support.ts'
import { keepersOf, noteReminded, notRemindedSince } from '../keeper-store.ts'
import { supportsOf } from '../store.ts'

/** Why a support wants looking after: its last day has passed, or nobody has looked it up for long. */
export type Want = 'passed' | 'stale'

/** What a keeper is told. */
export interface LetterToKeeper {
  readonly name: string
  readonly wants: readonly { readonly support: Listed; readonly want: Want }[]
}

interface RemindParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly write: (letter: LetterToKeeper) => { readonly subject: string; readonly body: string }
}

/** Once in so many days at most. */
const daysBetween = 30

/**
 * Reminds those who keep supports of what has passed and what nobody has looked up for long: the partners of the giver, and where
 * there are none nobody, for the coordinator sees them all on the page where they are kept.
 */
export async function remindKeepers(parts: RemindParts): Promise<void> {
  const now = parts.clock()
  const people = new Map<string, { networkId: string; personId: string; organisations: string[] }>()
  for (const { networkId, personId, organisation } of await keepersOf(parts.queueDb)) {
    const key = `${networkId} ${personId}`
    const known = people.get(key) ?? { networkId, personId, organisations: [] }
    known.organisations.push(organisation)
    people.set(key, known)
  }
  const since = new Date(now.getTime() - daysBetween * 86_400_000)
  for (const { networkId, personId, organisations } of people.values())
    await inScope(parts.db, { networkId, personId }, async (tx) => {
      const due = await notRemindedSince(tx, since, now)
      const wants = wantsIn(await supportsOf(tx), organisations, dayOf(now)).filter(({ support }) =>
        due.has(support.id),
      )
      await remind(tx, { networkId, personId }, wants, parts, now)
    })
}

function wantsIn(
  supports: readonly Listed[],
  organisations: readonly string[],
  today: IsoDay,
): LetterToKeeper['wants'] {
  return supports
    .filter(({ giver }) => organisations.includes(giver.id))
    .flatMap((support): LetterToKeeper['wants'] => {
      const state = stateOn(support.content, today)
      if (state === 'passed' && support.content.status === 'open') return [{ support, want: 'passed' }]
      return state === 'open' && isStale(support, today) ? [{ support, want: 'stale' }] : []
    })
}

async function remind(
  tx: Tx,
  { networkId, personId }: { readonly networkId: string; readonly personId: string },
  wants: LetterToKeeper['wants'],
  { write }: RemindParts,
  now: Date,
): Promise<void> {
  const actor = await actorWith(tx, personId)
  const to = await ownAddress(tx)
  if (wants.length === 0 || !actor || to === null) return
  await mail.send(tx, { networkId, to, ...write({ name: actor.name, wants }), holdsSecret: false }, now)
  await noteReminded(
    tx,
    wants.map(({ support }) => support.id),
    now,
  )
}
