import type { IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay, type OwnDays } from '#platform/values/working-days.ts'
import { duesOf, type Due, type Ticking } from './clock.ts'

/** Where on the ladder: the working day before a last day, the day itself, or after it. */
export type Step = 'before' | 'day' | 'after'

/** That somebody is away, and who answers meanwhile; null leaves it to the deputy of the desk. */
export interface Absence {
  readonly personId: string
  readonly fromDay: IsoDay
  readonly untilDay: IsoDay
  readonly deputyId: string | null
}

/** A matter without its words, and who answers it. */
export interface Watched extends Ticking, Answering {
  readonly id: string
  readonly year: number
  readonly number: number
  /** Since when the company is waited for. */
  readonly waitingSince: Date | null
}

/** Who answers a matter at a municipality. */
export interface Answering {
  /** Where; null while nobody leads, when the coordinator does. */
  readonly municipality: string | null
  /** Who has it, else who answers at its desk. */
  readonly ownerId: string | null
  /** Who answers at its desk when the owner does not. */
  readonly deputyId: string | null
}

/** Who works in a network, and when they are away. */
export interface Staff {
  /** Officers, as the municipality and the person: `1440 …`. */
  readonly officers: ReadonlySet<string>
  readonly coordinators: readonly string[]
  readonly absences: readonly Absence[]
}

/** What one person is to be told of one matter. */
export interface Warning {
  readonly personId: string
  readonly matter: Pick<Watched, 'id' | 'year' | 'number' | 'municipality'>
  readonly due: Due
  readonly on: IsoDay
  readonly step: Step
}

/** How an officer stands among `Staff`. */
export function officerIn(municipality: string, personId: string): string {
  return `${municipality} ${personId}`
}

/** On which step of the ladder a last day stands today, if on any. Nobody is warned on a day off. */
export function stepOn(today: IsoDay, on: IsoDay, own: OwnDays): Step | null {
  if (!isWorkingDay(today, own)) return null
  if (today > on) return 'after'
  if (today === on) return 'day'
  return today === addWorkingDays(on, -1, own) ? 'before' : null
}

/**
 * Who is to be told today that a matter's day is near or has passed: before it whoever has the matter, on the day the
 * deputy too, after it the coordinator. Where nobody is there to be told, the coordinator is.
 */
export function warningsOf(
  matter: Watched,
  staff: Staff,
  { today, own }: { today: IsoDay; own: OwnDays },
): readonly Warning[] {
  return duesOf(matter, own).flatMap(({ due, on }) => {
    const step = stepOn(today, on, own)
    if (step === null) return []
    const { id, year, number, municipality } = matter
    const shared = { matter: { id, year, number, municipality }, due, on, step }
    return toldOn(step, matter, staff, today).map((personId) => ({ personId, ...shared }))
  })
}

/** The people on a step of the ladder of a matter, as they are there that day. */
export function toldOn(step: Step, matter: Watched, staff: Staff, today: IsoDay): readonly string[] {
  const { owner, deputy } = answerersOf(matter, staff, today)
  const told = { before: [owner ?? deputy], day: [owner, deputy], after: [] }[step]
  const people = [...new Set(told)].filter((one) => one !== null)
  return people.length > 0 ? people : coordinatorsOn(staff, today)
}

/**
 * Who is written to when something comes to a municipality in a matter, or to the coordinator where that is null: whoever
 * has it, else who stands in, else all officers there who are not away, else the coordinator.
 */
export function receiversOn(part: Answering, staff: Staff, today: IsoDay): readonly string[] {
  const { municipality } = part
  const { owner, deputy } = answerersOf(part, staff, today)
  const first = owner ?? deputy
  if (first !== null) return [first]
  const colleagues =
    municipality === null
      ? []
      : [...staff.officers]
          .map((officer) => officer.split(' '))
          .filter(([at, id = '']) => at === municipality && !absenceOn(staff.absences, id, today))
          .map(([, id = '']) => id)
  return colleagues.length > 0 ? colleagues : coordinatorsOn(staff, today)
}

/** Who has a matter that day, and who stands in: whoever is away is passed over for whom they have named. */
function answerersOf(
  { municipality, ownerId, deputyId }: Answering,
  staff: Staff,
  today: IsoDay,
): { readonly owner: string | null; readonly deputy: string | null } {
  if (municipality === null) return { owner: null, deputy: null }
  const standing: Standing = {
    mayStandIn: (personId) => staff.officers.has(officerIn(municipality, personId)),
    absences: staff.absences,
    today,
  }
  return { owner: thereFor(ownerId, standing), deputy: thereFor(deputyId, standing) }
}

/** The coordinators who are there; all of them where none is, for somebody must know. */
function coordinatorsOn({ coordinators, absences }: Staff, today: IsoDay): readonly string[] {
  const there = coordinators.map((one) =>
    thereFor(one, { mayStandIn: (id) => coordinators.includes(id), absences, today }),
  )
  const people = [...new Set(there)].filter((one) => one !== null)
  return people.length > 0 ? people : coordinators
}

interface Standing {
  readonly mayStandIn: (personId: string) => boolean
  readonly absences: readonly Absence[]
  readonly today: IsoDay
}

/** Somebody, or whoever they have named while they are away, or whoever that one has named. */
function thereFor(personId: string | null, { mayStandIn, absences, today }: Standing): string | null {
  const asked = new Set<string>()
  let at = personId
  while (at !== null && !asked.has(at)) {
    asked.add(at)
    const away = absenceOn(absences, at, today)
    if (!away) return mayStandIn(at) ? at : null
    at = away.deputyId
  }
  return null
}

/** The absence of somebody on a day, if they are away; of several, the one that lasts longest. */
export function absenceOn(absences: readonly Absence[], personId: string, day: IsoDay): Absence | undefined {
  return absences
    .filter((one) => one.personId === personId && one.fromDay <= day && day <= one.untilDay)
    .toSorted((a, b) => b.untilDay.localeCompare(a.untilDay))[0]
}
