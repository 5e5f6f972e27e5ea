import { inTransaction } from '#modules/accounts'
import { asSeatRounds, problemOf, savePlan, tellPlan, type SeatLetters } from '#modules/seat-plan'
import { seat } from '#modules/seating'
import type { TestDatabase } from '../../../tests/database.ts'
import type { PlantedEvent } from '../roundtable/testing.ts'
import { sayWhoCame } from './actions/say-who-came.ts'
import { writesSeats } from './actions/write-seats.ts'

/** The day of the planted event, a minute by which clock: before the first round at 09:30, or later. */
export function dayAt(time: string): Date {
  return new Date(`2026-12-01T${time}:00+01:00`)
}

/** A seating of the planted event as its first version, told or not. */
export async function plantPlan({ context, event, network }: PlantedEvent, isTold: boolean): Promise<void> {
  const coordinator = context('coordinator')
  await inTransaction(coordinator, async (tx) => {
    const problem = await problemOf(tx, event)
    const answer = seat(problem, { seed: 1, budget: { steps: 5000 } })
    if (!answer.ok) throw new Error('the planted event cannot be seated')
    const { rounds, made } = answer.value
    const place = { networkId: network.id, event, at: coordinator.now, by: coordinator.actor?.personId ?? '' }
    const saved = await savePlan(tx, {
      ...place,
      basedOn: 0,
      rounds: asSeatRounds(problem, rounds),
      made: { by: 'engine', ...made },
    })
    if (!saved.ok) throw new Error(saved.refusal)
    if (isTold) await tellPlan(tx, event, saved.value, coordinator.now)
  })
}

/** The coordinator says who of the planted event never came; all others were there. */
export async function sayAllCame(
  { context, event, participants, idOf }: PlantedEvent,
  now: Date,
  ...absent: readonly string[]
): Promise<void> {
  const asked = new Set(participants.values())
  await sayWhoCame(context('coordinator', now), event, { asked, absent: new Set(absent.map(idOf)) })
}

/** Letters without words, with the secret that the planted keys come from. */
export function lettersWith(secret: string): SeatLetters {
  return writesSeats({
    secret,
    write: ({ name, seats }) => ({
      subject: `seat of ${name}`,
      body: seats.map(({ table }) => table).join(),
    }),
  })
}

/** How many rows there are of everything that the day writes. */
export async function rowsOf({ ownerDb }: TestDatabase, networkId: string) {
  const count = async (
    table: 'attendance' | 'roundCall' | 'participant' | 'seatPlan' | 'mailMessage' | 'auditEntry',
  ) =>
    Number(
      (
        await ownerDb
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('rows'))
          .where('networkId', '=', networkId)
          .executeTakeFirstOrThrow()
      ).rows,
    )
  return {
    attendance: await count('attendance'),
    calls: await count('roundCall'),
    participants: await count('participant'),
    plans: await count('seatPlan'),
    letters: await count('mailMessage'),
    logged: await count('auditEntry'),
  }
}
