import type { Actor } from '#modules/accounts'
import type { Event } from '#modules/roundtable'
import { addDays, type IsoDay } from '#platform/values/dates.ts'

type Asking = Pick<Actor, 'grants'> | null

/** Who reads what was noted at all tables, sums it up and sends it. */
export function maySumUp(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

/** Who sees every commitment, also those that are not for everybody. */
export function isMember(actor: Asking): boolean {
  return actor !== null && actor.grants.length > 0
}

type Dated = Pick<Event, 'onDay' | 'cancelledAt'>

/** When a host reads what is noted at the table: on the day, and the morning after. */
export function isAtTable({ onDay, cancelledAt }: Dated, today: IsoDay): boolean {
  return cancelledAt === null && today >= onDay && today <= addDays(onDay, 1)
}

/** When what was noted is taken in: from the day on, also from a device that has been in a bag for some time. */
export function takesNotes({ onDay, cancelledAt }: Dated, today: IsoDay): boolean {
  return cancelledAt === null && today >= onDay && today <= addDays(onDay, 14)
}
