import { holds, municipalitiesAs, type Actor } from '#modules/accounts'
import type { IsoDay } from '#platform/values/dates.ts'
import { isForOthers, type Found } from '../core/contradictions.ts'

/** What somebody is told of what does not fit together: officers of their own at once, the coordinator after a while. */
export function toldTo(actor: Actor | null, found: readonly Found[], today: IsoDay): readonly Found[] {
  const own = municipalitiesAs(actor, 'officer')
  const isCoordinator = holds(actor, 'coordinator')
  return found.filter((one) => own.includes(one.municipality) || (isCoordinator && isForOthers(one, today)))
}
