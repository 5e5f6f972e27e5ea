import type { IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay, type OwnDays } from '#platform/values/working-days.ts'
import { duesOf, type Ticking } from './clock.ts'
import { absenceOn, officerIn, stepOn, type Absence, type Staff } from './ladder.ts'

/** A matter that is not closed, by who has it: no more is known of it here. */
export interface OpenDue extends Ticking {
  readonly municipality: string
  readonly ownerId: string | null
  readonly deputyId: string | null
}

/** How much one officer has to answer in one municipality. */
export interface Load {
  readonly municipality: string
  /** Null is what nobody has. */
  readonly personId: string | null
  readonly open: number
  /** Of those, whose day is the next working day, today or past. */
  readonly atRisk: number
  readonly waiting: number
  /** What is due on each of the next working days. */
  readonly days: readonly { readonly day: IsoDay; readonly due: number; readonly isAway: boolean }[]
  readonly absence: Absence | null
  readonly advice: Advice | null
}

/** What would keep a day from breaking. */
export type Advice =
  /** Something is due while they are away; null where nobody has been named to answer. */
  | { readonly kind: 'away'; readonly count: number; readonly to: string | null }
  /** They have more than they can; somebody beside them has less. */
  | { readonly kind: 'move'; readonly count: number; readonly to: string }

const daysAhead = 5
/** From so many in five days on it is worth asking whether somebody else can take some. */
const many = 4

/** The next five working days, today with them. */
export function nextWorkingDays(today: IsoDay, own: OwnDays): readonly IsoDay[] {
  const first = isWorkingDay(today, own) ? today : addWorkingDays(today, 1, own)
  return Array.from({ length: daysAhead }, (_, index) => addWorkingDays(first, index, own))
}

/** By what the load is counted: the days that are shown, and those on which the town hall is closed. */
export interface Counted {
  readonly days: readonly IsoDay[]
  readonly own: OwnDays
}

/** How much each officer of a municipality has to answer, who has most in the next days first. */
export function loadIn(
  municipality: string,
  dues: readonly OpenDue[],
  staff: Staff,
  counted: Counted,
): readonly Load[] {
  const here = dues.filter((one) => one.municipality === municipality)
  const isOfficer = (id: string) => staff.officers.has(officerIn(municipality, id))
  const officers = [...staff.officers].flatMap((one) =>
    one.startsWith(`${municipality} `) ? [one.slice(municipality.length + 1)] : [],
  )
  const byOwner = Map.groupBy(here, ({ ownerId }) =>
    ownerId !== null && isOfficer(ownerId) ? ownerId : null,
  )
  const people = [...officers, ...(byOwner.has(null) ? [null] : [])]
  const loads = people.map((personId) =>
    withoutAdvice({ municipality, personId, matters: byOwner.get(personId) ?? [] }, staff, counted),
  )
  return loads
    .map((load) => ({ ...load, advice: adviceFor(load, loads, byOwner.get(load.personId) ?? []) }))
    .toSorted(byPressure)
}

/** Who has most in the next days first. */
export function byPressure(a: Load, b: Load): number {
  return ahead(b) - ahead(a) || b.open - a.open
}

type Bare = Omit<Load, 'advice'>

function withoutAdvice(
  one: Pick<Load, 'municipality' | 'personId'> & { readonly matters: readonly OpenDue[] },
  { absences }: Staff,
  { days, own }: Counted,
): Bare {
  const { municipality, personId, matters } = one
  const dues = matters.flatMap((matter) => duesOf(matter, own).slice(0, 1))
  const away = (day: IsoDay) => (personId === null ? undefined : absenceOn(absences, personId, day))
  const from = days[0] ?? ''
  return {
    municipality,
    personId,
    open: matters.filter(({ state }) => state === 'open').length,
    waiting: matters.filter(({ state }) => state === 'waiting').length,
    atRisk: dues.filter(({ on }) => stepOn(from, on, own) !== null).length,
    days: days.map((day, index) => ({
      day,
      // What should have been answered already is to be answered on the first of them.
      due: dues.filter(({ on }) => on === day || (index === 0 && on < day)).length,
      isAway: away(day) !== undefined,
    })),
    absence: days.map(away).find((found) => found !== undefined) ?? null,
  }
}

function ahead({ days }: Bare): number {
  return days.reduce((sum, { due }) => sum + due, 0)
}

function adviceFor(load: Bare, all: readonly Bare[], matters: readonly OpenDue[]): Advice | null {
  const whileAway = load.days.reduce((sum, { due, isAway }) => sum + (isAway ? due : 0), 0)
  if (whileAway > 0) {
    const to =
      load.absence?.deputyId ?? matters.find(({ deputyId }) => deputyId !== load.personId)?.deputyId ?? null
    return { kind: 'away', count: whileAway, to }
  }
  const lightest = all
    .filter(({ personId, absence }) => personId !== null && personId !== load.personId && absence === null)
    .toSorted((a, b) => ahead(a) - ahead(b))[0]
  const own = ahead(load)
  if (own < many || !lightest?.personId || own < 2 * ahead(lightest) + 2) return null
  return { kind: 'move', count: Math.floor((own - ahead(lightest)) / 2), to: lightest.personId }
}
