import type { Setting } from '#modules/rules'
import type { IsoDay } from '#platform/values/dates.ts'
import { factsFor } from '../core/facts.ts'
import { parametersOn } from '../core/yearly.ts'

/** What the rules of a network are read against on a day. */
export function settingFor(municipalities: readonly string[], today: IsoDay): Setting {
  return { facts: factsFor(municipalities), parameters: parametersOn(today), today }
}
