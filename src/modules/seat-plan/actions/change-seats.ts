import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import {
  changedSeats,
  collides,
  isSame,
  movesBetween,
  type ChangeRefusal,
  type SeatChange,
} from '../core/change.ts'
import { asRounds, asSeatRounds } from '../core/rounds.ts'
import type { PlanVersion } from '../core/version.ts'
import { latestVersion, problemOf, savePlan, versionWith } from '../store.ts'
import { seatingEvent } from './seating-event.ts'

type Refusal = ChangeRefusal | 'not-allowed' | 'event-unknown' | 'overtaken'

/** The new version, and whether somebody else's changes are in it too. */
export interface ChangedSeats {
  readonly version: number
  readonly isJoined: boolean
}

/** Nobody is seated yet. */
const none: Pick<PlanVersion, 'version' | 'rounds' | 'made'> = {
  version: 0,
  rounds: [],
  made: { by: 'restored', version: 0 },
}

/**
 * Moves somebody by hand, or lets them loose again, as a new version. Where somebody else has saved meanwhile, both are
 * joined, unless both are about the same person in the same round: then nothing is done.
 */
export async function changeSeats(
  context: Context,
  asked: { readonly event: string; readonly basedOn: number; readonly change: SeatChange },
): Promise<Outcome<ChangedSeats, Refusal>> {
  const { networkId, now } = context
  const { event, basedOn, change } = asked
  return seatingEvent(context, event, async ({ tx, actor }): Promise<Outcome<ChangedSeats, Refusal>> => {
    const latest = (await latestVersion(tx, event)) ?? none
    const { version } = latest
    const isJoined = version !== basedOn
    const isSentAgain =
      version === basedOn + 1 && latest.made.by === 'person' && isSame(change, latest.made.did)
    if (isSentAgain) return done({ version, isJoined: false })
    if (isJoined) {
      const seen = basedOn === 0 ? none : await versionWith(tx, event, basedOn)
      if (!seen || collides(change, movesBetween(seen.rounds, latest.rounds))) return refuse('overtaken')
    }
    const problem = await problemOf(tx, event)
    // As the event is now: as many rounds as it has, and without those who no longer come.
    const rounds = asSeatRounds(problem, asRounds(problem, latest.rounds))
    const changed = changedSeats(problem, { rounds, pins: latest.made.pins ?? [] }, change)
    if (!changed.ok) return changed
    const saved = await savePlan(tx, {
      networkId,
      event,
      basedOn: version,
      rounds: changed.value.rounds,
      made: { by: 'person', did: change, pins: changed.value.pins },
      at: now,
      by: actor.personId,
    })
    if (!saved.ok) return saved
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'seat-plan.moved',
      on: { kind: 'event', id: event },
      after: { version: saved.value },
    })
    return done({ version: saved.value, isJoined })
  })
}
