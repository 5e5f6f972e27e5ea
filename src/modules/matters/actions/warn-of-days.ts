import { actorWith, ownAddress } from '#modules/accounts'
import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import { warningsOf, type Warning } from '../core/ladder.ts'
import { staffOf } from '../absence-store.ts'
import * as store from '../time-store.ts'

/** What one person is told of one day: every matter of theirs whose day is near or has passed. */
export interface LetterOfDays {
  readonly name: string
  readonly today: IsoDay
  readonly lines: readonly WarnedOf[]
}

export interface WarnedOf extends Warning {
  /** Null where the reader may not know it, or where it may be secret. */
  readonly subject: string | null
}

export interface WarnParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly write: (letter: LetterOfDays) => { readonly subject: string; readonly body: string }
}

/** Tells, in every network, those whose matters come near their days: one letter each, and of each step once. */
export async function warnOfDays(parts: WarnParts): Promise<void> {
  const today = dayOf(parts.clock())
  for (const networkId of await store.networkIds(parts.queueDb)) {
    const byPerson = Map.groupBy(
      await warningsIn(parts.queueDb, networkId, today),
      ({ personId }) => personId,
    )
    for (const [personId, warnings] of byPerson) await tell(parts, { networkId, personId }, warnings)
  }
}

async function warningsIn(queueDb: Database, networkId: string, today: IsoDay): Promise<readonly Warning[]> {
  const staff = await staffOf(queueDb, networkId, today)
  const days = await store.closedDaysOf(queueDb, networkId)
  const matters = await store.watchedMatters(queueDb, networkId)
  return matters.flatMap((matter) =>
    warningsOf(matter, staff, { today, own: store.ownDaysOf(days, matter.municipality) }),
  )
}

/** In the reader's own name, so that the letter holds no word that they may not read. */
async function tell(
  { db, clock, write }: WarnParts,
  reader: { readonly networkId: string; readonly personId: string },
  warnings: readonly Warning[],
): Promise<void> {
  const now = clock()
  await inScope(db, reader, async (tx) => {
    const actor = await actorWith(tx, reader.personId)
    const to = await ownAddress(tx)
    if (!actor || to === null) return
    const fresh = await notYetTold(tx, reader.networkId, warnings, now)
    if (fresh.length === 0) return
    const subjects = await store.subjectsOf(
      tx,
      fresh.map(({ matter }) => matter.id),
    )
    const lines = fresh.map((one) => ({ ...one, subject: subjects.get(one.matter.id) ?? null }))
    const letter = write({ name: actor.name, today: dayOf(now), lines })
    await mail.send(tx, { networkId: reader.networkId, to, ...letter, holdsSecret: false }, now)
  })
}

async function notYetTold(
  tx: Tx,
  networkId: string,
  warnings: readonly Warning[],
  now: Date,
): Promise<readonly Warning[]> {
  const fresh: Warning[] = []
  for (const warning of warnings)
    if (await store.noteWarning(tx, networkId, warning, now)) fresh.push(warning)
  return fresh
}
