import type { Batch, Figure, Rule, Unit } from '#modules/disclosure'
import { skillKey } from './need.ts'
import type { Merged } from './one-each.ts'

/** How figures are told: the skill, the place, the half-year; the finest that five companies share. */
export const demandRule: Rule = {
  atLeast: 5,
  levels: [
    [2, 1, 1],
    [2, 1, 0],
    [2, 0, 1],
    [2, 0, 0],
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
}

/** A batch with what is told of it. */
export interface DemandBatch {
  readonly told: readonly (readonly string[])[]
  readonly givers: number
  readonly people: number | null
  readonly holdsBack: boolean
  readonly begunOn: string
}

/** The needs as units: a company that needs it in several places is told of without any. */
export function unitsOf(needs: readonly Merged[]): readonly Unit[] {
  return needs.map(({ unit, first, places, neededBy }) => ({
    id: unit,
    giver: first.company,
    ladders: [[first.field, skillKey(first)], places.length === 1 ? places : [], [halfYearOf(neededBy)]],
  }))
}

/** The half-year of a day: `2027-1`. */
function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`
}

/** What is told of a batch besides how many companies it has. */
export function factsOf(
  batch: Batch,
  needs: ReadonlyMap<string, Merged>,
): Pick<DemandBatch, 'people' | 'holdsBack'> {
  const members = batch.units.flatMap((unit) => needs.get(unit) ?? [])
  const perCompany = new Map<string, number>()
  for (const { first, people } of members)
    perCompany.set(first.company, (perCompany.get(first.company) ?? 0) + people)
  const all = [...perCompany.values()].reduce((sum, people) => sum + people, 0)
  const largest = Math.max(0, ...perCompany.values())
  const held = members.filter(({ holdsBack }) => holdsBack === 'yes').length
  return {
    // Where one company stands for more than half, the sum would be nearly its own number.
    people: largest * 2 > all ? null : Math.max(5, Math.round(all / 5) * 5),
    holdsBack: held * 2 > members.length,
  }
}

/** How many companies answered, as it is told: rounded down to five. */
export function roundedDown(companies: number): number {
  return companies - (companies % 5)
}

/** A line of the demand: a skill, or a field with all its skills. */
export interface DemandLine {
  readonly field: string
  /** Null for the field as a whole, and for several skills. */
  readonly skill: string | null
  /** What several skills have in common that lie near each other; null for one, and for a field. */
  readonly near: string | null
  readonly companies: Figure
  /** To the nearest five; null where it cannot be told. */
  readonly people: number | null
  readonly halfYears: readonly { readonly halfYear: string; readonly companies: Figure }[]
  readonly holdsBack: boolean
}

/**
 * What is told of each field, and of each of its skills that is told by name, the most wanted first. `figure` is how
 * whole batches are asked. Skills of one group are told together besides, where several are told.
 */
export function demandLines(
  batches: readonly DemandBatch[],
  { field, place }: { readonly field: string; readonly place: string },
  groupOf: (skill: string) => string | undefined,
  figure: (batches: readonly DemandBatch[], asked: readonly (readonly string[] | undefined)[]) => Figure,
): readonly DemandLine[] {
  const skills = new Map<string, readonly string[]>()
  for (const { told } of batches) {
    const [skill = []] = told
    for (let depth = 1; depth <= skill.length; depth += 1)
      skills.set(JSON.stringify(skill.slice(0, depth)), skill.slice(0, depth))
  }
  const at = place === '' ? undefined : [place]
  const halfYears = [...new Set(batches.flatMap(({ told }) => told[2]?.[0] ?? []))].toSorted()
  // A batch of another field has nothing to do with a line; one that tells no field may.
  const byField = Map.groupBy(batches, ({ told }) => told[0]?.[0] ?? '')
  const near = (of: string) => [...(byField.get(of) ?? []), ...(byField.get('') ?? [])]
  const ones = [...skills.values()].map((skill) => ({ near: null, ladders: [skill] }))
  const groups = [
    ...Map.groupBy(skills.values(), ([own = '', skill]) =>
      skill === undefined ? '' : JSON.stringify([own, groupOf(skill) ?? '']),
    ),
  ].flatMap(([, ladders]) => {
    const group = groupOf(ladders[0]?.[1] ?? '')
    return group === undefined || ladders.length < 2 ? [] : [{ near: group, ladders }]
  })
  return [...ones, ...groups]
    .filter(({ ladders }) => field === '' || ladders[0]?.[0] === field)
    .map(({ near: group, ladders }): DemandLine => {
      const [[own = '', skill = null] = []] = ladders
      const known = near(own)
      const asked = (shown: readonly DemandBatch[], halfYear?: readonly string[]) =>
        together(shown, ladders, (batch, ladder) => figure([batch], [ladder, at, halfYear]))
      const inside = known.filter((batch) => asked([batch]).least > 0)
      return {
        field: own,
        skill: group === null ? skill : null,
        near: group,
        companies: asked(known),
        people: peopleIn(inside),
        halfYears: halfYears
          .map((halfYear) => ({ halfYear, companies: asked(inside, [halfYear]) }))
          .filter(({ companies }) => companies.least > 0),
        holdsBack: weightOf(inside.filter(({ holdsBack }) => holdsBack)) * 2 > weightOf(inside),
      }
    })
    .filter(({ companies }) => companies.most > 0)
    .toSorted(byWanted)
}

/** How many stand inside any of several tellings. Each batch is taken whole and once, so nothing is told that was not before. */
function together<Shown>(
  shown: readonly Shown[],
  tellings: readonly (readonly string[])[],
  figure: (batch: Shown, telling: readonly string[]) => Figure,
): Figure {
  let [least, most] = [0, 0]
  for (const batch of shown) {
    const found = tellings.map((telling) => figure(batch, telling))
    least += Math.max(...found.map((one) => one.least))
    most += Math.max(...found.map((one) => one.most))
  }
  return { least, most }
}

function peopleIn(batches: readonly DemandBatch[]): number | null {
  if (batches.length === 0 || batches.some(({ people }) => people === null)) return null
  return batches.reduce((sum, { people }) => sum + (people ?? 0), 0)
}

function weightOf(batches: readonly DemandBatch[]): number {
  return batches.reduce((sum, { givers }) => sum + givers, 0)
}

function byWanted(a: DemandLine, b: DemandLine): number {
  return (
    b.companies.least - a.companies.least ||
    b.companies.most - a.companies.most ||
    `${a.field} ${a.skill ?? a.near ?? ''}`.localeCompare(`${b.field} ${b.skill ?? b.near ?? ''}`)
  )
}
